import type { EntryKind } from "./model";

/** One entry of a timeline as every door gives it: page, API, stream, postmortem. Instants are ISO texts in UTC. */
export type TimelineEntry = {
  id: string;
  /** Place in the incident's timeline, from 1 and without gaps: a reader who has n has all up to n. */
  sequence: number;
  kind: EntryKind;
  /** When it happened, which whoever writes it may set back. */
  at: string;
  recordedAt: string;
  text: string;
  by: { kind: "person" | "token" | "integration" | "system"; id: string; name: string };
  /** The entry that a correction replaces or a pin concerns. */
  refersTo: string | null;
  evidenceUrl: string | null;
  data: Record<string, unknown>;
};

/**
 * Offset of an entry from the incident's beginning as the template writes it: `00:05` for five minutes, `26:10` beyond a
 * day, `-00:03` before the beginning. Whole minutes, cut off. Pure.
 */
export function timelineOffset(at: Date, beginning: Date): string {
  const ms = at.getTime() - beginning.getTime();
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  const sign = ms < 0 && minutes > 0 ? "-" : "";
  const two = (value: number) => String(value).padStart(2, "0");
  return `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
