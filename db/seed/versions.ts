import type { ServiceSlug } from "./catalogue";
import { HISTORY } from "./history";
import { workingDay } from "./time";

/** What ran before the history begins. */
const BEFORE_HISTORY = ["2.4.0", "2.4.1"];

/** The version that a release made at this instant has. */
export const versionAt = (at: Date): string => at.toISOString().slice(0, 10).replaceAll("-", ".");

/** The version in production `daysAgo` days before `now`, and the one that a rollback returns to. */
export function shippedBefore(now: Date, service: ServiceSlug, daysAgo: number): { current: string; before: string } {
  const shipped = HISTORY.filter(
    (plan) =>
      plan.service === service &&
      plan.environment === "production" &&
      plan.end === "archived" &&
      plan.daysAgo > daysAgo,
  ).map((plan) => versionAt(workingDay(now, plan.daysAgo + (plan.promotes ? 1 : 0), 12)));
  const [before = "", current = ""] = [...BEFORE_HISTORY, ...shipped].slice(-2);
  return { current, before };
}
