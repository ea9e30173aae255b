import { invalid } from "@/lib/core/errors";

const CLOCK_SKEW_SECONDS = 60;

/** Evidence cannot come from the future; a minute is allowed for clocks that differ. */
export function requireNotFuture(at: Date, now: Date, path: string): void {
  if (at.getTime() > now.getTime() + CLOCK_SKEW_SECONDS * 1000)
    throw invalid(path, `${at.toISOString()} is in the future`);
}
