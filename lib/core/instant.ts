import { z } from "zod";

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads an RFC 3339 instant. A time without a zone ("naive"), a date that does not exist (30 February) and any
 * other text give null: nothing is guessed.
 */
export function parseInstant(text: unknown): Date | null {
  if (typeof text !== "string") return null;
  const match = RFC3339.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const calendar = new Date(Date.UTC(year, month - 1, day));
  if (calendar.getUTCMonth() !== month - 1 || calendar.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const at = new Date(text);
  // In UTC too: years beyond these have no RFC 3339 form and no place in the database.
  const utcYear = at.getUTCFullYear();
  return utcYear >= 1 && utcYear <= 9999 ? at : null;
}

/** Wire form of a point in time: RFC 3339 with a zone, kept as the text that was sent. */
export const instantText = z.string().refine((text) => parseInstant(text) !== null, {
  message: "must be an RFC 3339 time with a zone, such as 2025-10-01T12:00:00Z",
});

/** Seconds from `from` to `to`; negative when `to` is earlier. */
export function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
