/** Where a deadline of a postmortem stands, as `postmortemDeadlines` says. */
export type DeadlineStanding = "not-due" | "due" | "overdue" | "done-in-time" | "done-late";

export type Timeliness = {
  inTime: number;
  late: number;
  /** Past its deadline and still not done. */
  overdue: number;
  /** The deadline is still to come. */
  pending: number;
  /** In time ÷ all whose deadline is settled (in time, late, overdue); null where none is. */
  rate: number | null;
};

/** Counts deadlines by how they ended. A pending one is neither a success nor a failure yet. Pure. */
export function timeliness(standings: readonly DeadlineStanding[]): Timeliness {
  const number = (...wanted: DeadlineStanding[]) => standings.filter((each) => wanted.includes(each)).length;
  const [inTime, late, overdue] = [number("done-in-time"), number("done-late"), number("overdue")];
  const settled = inTime + late + overdue;
  return { inTime, late, overdue, pending: number("due", "not-due"), rate: settled > 0 ? inTime / settled : null };
}
