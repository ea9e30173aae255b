import { spanText } from "@/components/time/period-words";
import { periodOf } from "@/lib/core/period";

/** "27 Aug 2026 – 24 Nov 2026 beside the period as long before it, in UTC." */
export function periodText(period: string, now: Date): string {
  const found = periodOf(period, now);
  if (!found) return "";
  const span = { from: found.from.toISOString(), until: found.until.toISOString() };
  return `${spanText(span)}, beside the period as long before it, in UTC.`;
}
