import type { TimelineEntry } from "./entry";
import type { EntryKind } from "./model";

/** What one correction replaced: who said so, when, and the text as it stood before. */
export type Correction = { by: string; at: string; before: string };

/** An entry as a reader sees it: the text that holds now, what it was before, and whether it is pinned. */
export type ShownEntry = { entry: TimelineEntry; text: string; corrected: Correction[]; pinned: boolean };

/** Kinds that people type, which a correction may put right. All others are written by Readiness. */
const TYPED_KINDS: readonly EntryKind[] = ["note", "update"];
/** Kinds that speak of another entry and are shown with it. */
const REFERRING_KINDS: readonly EntryKind[] = ["pin", "correction"];

export const isTyped = (kind: EntryKind): boolean => TYPED_KINDS.includes(kind);
export const isReferring = (kind: EntryKind): boolean => REFERRING_KINDS.includes(kind);

/**
 * The timeline as it is read: in the order in which things happened, then in which they were recorded; corrections and
 * pins folded into the entries that they concern. `entries` may come in any order and more than once; what refers to an
 * entry that is not among them is left out. Pure.
 */
export function shownTimeline(entries: readonly TimelineEntry[]): ShownEntry[] {
  const inOrder = [...new Map(entries.map((entry) => [entry.sequence, entry])).values()].sort(bySequence);
  const shown = new Map<string, ShownEntry>();
  for (const entry of inOrder) {
    if (!isReferring(entry.kind)) {
      shown.set(entry.id, { entry, text: entry.text, corrected: [], pinned: false });
      continue;
    }
    const subject = entry.refersTo === null ? undefined : shown.get(entry.refersTo);
    if (subject) shown.set(subject.entry.id, folded(subject, entry));
  }
  return [...shown.values()].sort((one, other) => byTime(one.entry, other.entry));
}

function folded(subject: ShownEntry, entry: TimelineEntry): ShownEntry {
  if (entry.kind === "pin") return { ...subject, pinned: entry.data.pinned === true };
  const correction = { by: entry.by.name, at: entry.recordedAt, before: subject.text };
  return { ...subject, text: entry.text, corrected: [...subject.corrected, correction] };
}

const bySequence = (one: TimelineEntry, other: TimelineEntry): number => one.sequence - other.sequence;
const byTime = (one: TimelineEntry, other: TimelineEntry): number =>
  Date.parse(one.at) - Date.parse(other.at) || bySequence(one, other);

/**
 * Adds entries to those that are known already, by sequence: each once, in the order of their sequence. Entries never
 * change, so it does not matter which of two equal ones is kept. Pure.
 */
export function mergeEntries(known: readonly TimelineEntry[], more: readonly TimelineEntry[]): TimelineEntry[] {
  const last = known.at(-1)?.sequence ?? 0;
  if (more.every((entry, index) => entry.sequence === last + index + 1)) return [...known, ...more];
  return [...new Map([...known, ...more].map((entry) => [entry.sequence, entry])).values()].sort(bySequence);
}

/** The sequence up to which none is missing, from 1 on: where reading has to go on. 0 for none. Pure. */
export function completeThrough(entries: readonly TimelineEntry[]): number {
  const missing = entries.findIndex(({ sequence }, index) => sequence !== index + 1);
  return missing === -1 ? entries.length : missing;
}
