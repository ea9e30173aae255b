import type { EntryKind } from "@/lib/core/incident/model";
import type { ShownEntry } from "@/lib/core/incident/timeline";

/** Parts of a timeline that a reader may want to see alone, in the order in which they are offered. */
export const ENTRY_FILTERS = {
  typed: "Notes and updates",
  updates: "Updates",
  response: "Alerts, states and roles",
  changes: "Releases and links",
  pinned: "Pinned",
  evidence: "With evidence",
} as const;
export type EntryFilter = keyof typeof ENTRY_FILTERS;

const KINDS: Partial<Record<EntryFilter, readonly EntryKind[]>> = {
  typed: ["note", "update"],
  updates: ["update"],
  response: ["alert", "acknowledgement", "state", "role", "severity", "impact", "services"],
  changes: ["release", "link", "merge", "postmortem", "action-item"],
};

export function entryFilter(text: string | null): EntryFilter | null {
  return text !== null && Object.hasOwn(ENTRY_FILTERS, text) ? (text as EntryFilter) : null;
}

/** Entries of one part whose text or author has these words, in their order. Pure. */
export function filteredEntries(shown: readonly ShownEntry[], part: EntryFilter | null, words: string): ShownEntry[] {
  const sought = words.trim().toLowerCase();
  return shown.filter((each) => isOf(each, part) && (sought === "" || textOf(each).includes(sought)));
}

function isOf({ entry, pinned }: ShownEntry, part: EntryFilter | null): boolean {
  if (part === "pinned") return pinned;
  if (part === "evidence") return entry.evidenceUrl !== null;
  return part === null || (KINDS[part]?.includes(entry.kind) ?? false);
}

const textOf = ({ text, entry }: ShownEntry): string => `${text}\n${entry.by.name}`.toLowerCase();
