const DAY_MS = 86_400_000;

/** How pressing something is that waits: `late` is past its time, `soon` within a day of it, `waiting` neither. */
export type Urgency = "late" | "soon" | "waiting";

const ORDER: readonly Urgency[] = ["late", "soon", "waiting"];

/** Of something with a deadline; null: it waits, and nothing says until when. Due at this very moment is not late. */
export function urgencyOf(dueAt: Date | null, now: Date): Urgency {
  if (dueAt === null) return "waiting";
  const leftMs = dueAt.getTime() - now.getTime();
  if (leftMs < 0) return "late";
  return leftMs <= DAY_MS ? "soon" : "waiting";
}

/** The most pressing of several; null where there is none. */
export function mostUrgent(all: readonly Urgency[]): Urgency | null {
  return ORDER.find((urgency) => all.includes(urgency)) ?? null;
}

type Group = { urgencies: readonly Urgency[] };

/** Groups in which anything is late first, then those in which something is soon; otherwise in their given order. */
export function byUrgency<G extends Group>(groups: readonly G[]): G[] {
  const rank = ({ urgencies }: Group) => ORDER.indexOf(mostUrgent(urgencies) ?? "waiting");
  return groups.toSorted((one, other) => rank(one) - rank(other));
}
