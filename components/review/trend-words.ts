import type { TrendKey } from "@/lib/core/review/model";

type Words = {
  label: string;
  /** Where its records are, of a quarter. */
  href: (quarter: string) => string;
  /** Whether more of it is better; null: neither. */
  moreIsBetter: boolean | null;
};

const analytics = (quarter: string) => `/incidents/analytics?period=${quarter}`;

export const TREND_WORDS: Record<TrendKey, Words> = {
  incidents: { label: "Incidents declared", href: analytics, moreIsBetter: false },
  "time-to-acknowledge": { label: "Mean time to acknowledge", href: analytics, moreIsBetter: false },
  "time-to-resolve": { label: "Mean time to resolve", href: analytics, moreIsBetter: false },
  "change-failure-rate": { label: "Change-failure rate", href: analytics, moreIsBetter: false },
  "postmortems-in-time": { label: "Postmortems published in time", href: analytics, moreIsBetter: true },
  "items-in-time": { label: "Post-incident items done in time", href: analytics, moreIsBetter: true },
  "rehearsals-passed": { label: "Rehearsals that passed", href: () => "/rehearsals", moreIsBetter: true },
  "waivers-granted": { label: "Waivers granted", href: () => "/waivers?view=all", moreIsBetter: null },
};
