import { Temporal } from "temporal-polyfill";

/** The instant of a local time, or why it is none, in words for whoever typed it. */
export type LocalInstant = { at: string } | { fault: string };

/**
 * Reads a local time (`2025-10-26T09:00`) in a named time zone. A time that the clocks skip, or that comes twice when
 * they are set back, is refused rather than guessed. Gives RFC 3339 in UTC. Pure.
 */
export function instantOfLocal(local: string, zone: string): LocalInstant {
  const wall = plainTime(local);
  if (!wall) return { fault: "must be a date and a time" };
  const [early, late] = [zoned(wall, zone, "earlier"), zoned(wall, zone, "later")];
  if (!early || !late) return { fault: `${zone || "the zone"} is not a known time zone` };
  if (!early.toPlainDateTime().equals(wall)) return { fault: `does not exist in ${zone}: the clocks go forward then` };
  if (!early.equals(late)) return { fault: `comes twice in ${zone}, as the clocks go back; give it in UTC` };
  return { at: early.toInstant().toString() };
}

function plainTime(local: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local)) return null;
  try {
    return Temporal.PlainDateTime.from(local, { overflow: "reject" });
  } catch {
    return null;
  }
}

function zoned(wall: Temporal.PlainDateTime, zone: string, disambiguation: "earlier" | "later") {
  try {
    return wall.toZonedDateTime(zone, { disambiguation });
  } catch {
    return null;
  }
}
