import { LOCALE } from "@/lib/core/locale";
import type { Share, SuitePoint, TrendPoint } from "@/lib/registry/readiness/view";

/** 0…1; null of nothing: "no data", which is not 0. */
export const rateOf = ({ part, whole }: Share): number | null => (whole === 0 ? null : part / whole);

const plain = new Intl.NumberFormat(LOCALE);

/** "12 of 14"; null where there is nothing to tell. */
export const ofText = ({ part, whole }: Share): string | null =>
  whole === 0 ? null : `${plain.format(part)} of ${plain.format(whole)}`;

const sumOf = (shares: readonly Share[]): Share => ({
  part: shares.reduce((sum, { part }) => sum + part, 0),
  whole: shares.reduce((sum, { whole }) => sum + whole, 0),
});

/** A trend's points together, as if they were one. */
export const totalOf = (points: readonly TrendPoint[]): TrendPoint => ({
  runs: sumOf(points.map(({ runs }) => runs)),
  firstPass: sumOf(points.map(({ firstPass }) => firstPass)),
  releases: points.reduce((sum, { releases }) => sum + releases, 0),
});

/** From the tenth below the lowest of all to everything, so that lines of one chart can be told apart; only 0 lies on the floor. */
export function shareScale(rates: readonly (number | null)[]): { low: number; high: number } {
  const lowest = Math.min(0.95, ...rates.filter((rate) => rate !== null));
  return { low: Math.max(0, Math.ceil(Number((lowest * 10).toFixed(6))) - 1) / 10, high: 1 };
}

export const medianMs = ({ medianSeconds }: Pick<SuitePoint, "medianSeconds">): number | null =>
  medianSeconds === null ? null : medianSeconds * 1000;
