import { invalid } from "@/lib/core/errors";
import { type Period, periodOf } from "@/lib/core/period";

/** The period of `30d`, `90d`, `365d`, `2026-Q3` or `2026-W47`; else `invalid`. */
export function requirePeriod(text: string, now: Date): Period {
  const period = periodOf(text, now);
  if (period) return period;
  throw invalid("period", "must be 30d, 90d, 365d, a quarter such as 2026-Q3 or a week such as 2026-W47");
}
