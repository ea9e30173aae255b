import { DomainError } from "@/lib/core/errors";
import type { Verdict } from "@/lib/core/gate/verdict";
import { STAGE_ORDER, type StageState } from "@/lib/core/release/stages";

/** The longest that a break-glass stays open, counted from its request. */
export const BREAK_GLASS_MAX_MINUTES = 240;
export const BREAK_GLASS_MIN_MINUTES = 5;
/** A reason shorter than this explains nothing to whoever reads it next year. */
export const BREAK_GLASS_REASON_LENGTH = 20;
/** Within which the use of a break-glass is to be explained and made good. */
export const FOLLOW_UP_DAYS = 3;

/** A blocking check as it was when somebody asked to go past it. */
export type Blocker = { id: string; title: string; outcome: string; details: string[] };

/** What the gate holds against a release: blocking checks that do not pass and are not waived. Pure. */
export function blockersOf({ checks }: Pick<Verdict, "checks">): Blocker[] {
  return checks
    .filter(({ blocking, outcome, waived }) => blocking && outcome !== "pass" && !waived)
    .map(({ id, title, outcome, details }) => ({ id, title, outcome, details }));
}

/** Whether a release can still go into production: before it, or in it with a rollout that failed. Pure. */
export function isBeforeProduction({ stage, status }: StageState): boolean {
  const place = (STAGE_ORDER as readonly string[]).indexOf(stage);
  const production = STAGE_ORDER.indexOf("production");
  return (place >= 0 && place < production) || (stage === "production" && status === "failed");
}

/**
 * Refuses a break-glass that would open nothing. Throws `conflict`: for an environment that no gate guards, a release
 * that is past the gate, one that the gate approves, one whose manifest names no artifacts, or one that has a
 * break-glass open already.
 */
export function requireBreakable(release: {
  isProduction: boolean;
  stage: StageState;
  verdict: Verdict["verdict"];
  artifacts: readonly unknown[] | null;
  hasOpenOne: boolean;
}): void {
  const refuse = (reason: string) => new DomainError("conflict", reason);
  if (!release.isProduction) throw refuse("Break-glass is for production environments; this one needs none.");
  if (!isBeforeProduction(release.stage)) throw refuse(`This release is past the gate (${release.stage.stage}).`);
  if (release.verdict === "approve") throw refuse("The gate approves this release. Advance it to production.");
  if (!release.artifacts?.length) {
    throw refuse("Break-glass ships exactly the artifacts of a manifest. Put a manifest that names them first.");
  }
  if (release.hasOpenOne) throw refuse("A break-glass is open for this release already. Confirm or cancel that one.");
}
