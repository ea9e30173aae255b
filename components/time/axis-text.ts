import { LOCALE } from "@/lib/core/locale";
import { dayText } from "./day-text";
import { toDate, type When } from "./format";
import { lastInstant, spanText } from "./period-words";

const day = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", day: "numeric", month: "short" });
const month = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", month: "short", year: "numeric" });

/** "1 Oct", in UTC: for an axis that states its years elsewhere. */
export const dayOfYearText = (at: When): string => day.format(toDate(at));

/** "Oct 2025", in UTC. */
export const monthText = (at: When): string => month.format(toDate(at));

/** "1 Oct 2025 – 7 Oct 2025", or "1 Oct 2025" where it is within one day, in UTC. */
export function stretchText(span: { from: string; until: string }): string {
  const first = dayText(span.from);
  return first === dayText(lastInstant(span.until)) ? first : spanText(span);
}

/** "1 Oct 2025 – 30 Dec 2025, UTC": from the first stretch to the last; empty without any. */
export function rangeText(stretches: readonly { from: string; until: string }[]): string {
  const [first, last] = [stretches[0], stretches.at(-1)];
  return first && last ? `${stretchText({ from: first.from, until: last.until })}, UTC` : "";
}
