/** A calendar quarter in UTC, whatever the zone of those who review it. */
export type Quarter = { year: number; quarter: 1 | 2 | 3 | 4 };

const TEXT = /^(2\d{3})-Q([1-4])$/;
const QUARTERS = [1, 2, 3, 4] as const;

/** `2026-Q3`: sorts as text in the order of time. */
export const quarterText = ({ year, quarter }: Quarter): string => `${year}-Q${quarter}`;

/** The quarter of `2026-Q3`; null for any other text, and for years outside 2000 to 2999. Pure. */
export function parseQuarter(text: string): Quarter | null {
  const [, year, digit] = TEXT.exec(text) ?? [];
  const quarter = QUARTERS.find((each) => String(each) === digit);
  return year && quarter ? { year: Number(year), quarter } : null;
}

/** The quarter that an instant lies in. A quarter's first millisecond is its own; the next one's first is not. */
export function quarterOf(at: Date): Quarter {
  const quarter = QUARTERS[Math.floor(at.getUTCMonth() / 3)] ?? 4;
  return { year: at.getUTCFullYear(), quarter };
}

export const quarterStart = ({ year, quarter }: Quarter): Date => new Date(Date.UTC(year, (quarter - 1) * 3));
/** The first instant after the quarter. */
export const quarterEnd = (quarter: Quarter): Date => quarterStart(nextQuarter(quarter));

export function nextQuarter({ year, quarter }: Quarter): Quarter {
  return quarterOf(new Date(Date.UTC(year, quarter * 3)));
}

export function previousQuarter({ year, quarter }: Quarter): Quarter {
  return quarterOf(new Date(Date.UTC(year, (quarter - 2) * 3)));
}

/** Whether a quarter is over at `now`: from the first millisecond of the next one on. */
export const hasEnded = (quarter: Quarter, now: Date): boolean => now.getTime() >= quarterEnd(quarter).getTime();

/**
 * Quarters whose review is to be opened at `now`: the last one that has ended, and any that was left out since the first
 * one that has a review. A tenant that did not exist before the end of a quarter has nothing to review in it.
 */
export function quartersToOpen(
  { tenantSince, reviewed }: { tenantSince: Date; reviewed: readonly Quarter[] },
  now: Date,
): Quarter[] {
  const known = new Set(reviewed.map(quarterText));
  const last = previousQuarter(quarterOf(now));
  const first = [...known].sort().at(0);
  const missing: Quarter[] = [];
  for (let quarter = last; isWanted(quarter); quarter = previousQuarter(quarter)) {
    if (!known.has(quarterText(quarter))) missing.unshift(quarter);
  }
  return missing;

  function isWanted(quarter: Quarter): boolean {
    const isOfTenant = quarterEnd(quarter).getTime() > tenantSince.getTime();
    return isOfTenant && (quarter === last || (first !== undefined && quarterText(quarter) > first));
  }
}
