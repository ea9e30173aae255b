/**
 * What follows of itself when the rollout has succeeded, in this order. `close` takes the release into the stage
 * `archived`, and only when the four before it are done. Source: "Release lifecycle" of the domain rules.
 */
export const POST_RELEASE_STEPS = ["archive", "dashboards", "rollback", "notify", "close"] as const;
export type PostReleaseStep = (typeof POST_RELEASE_STEPS)[number];

export const STEP_STATES = ["pending", "done", "failed", "skipped"] as const;
export type StepState = (typeof STEP_STATES)[number];

/** A step that is done or skipped is settled: doing it again changes nothing. */
export const isSettled = (state: StepState): boolean => state === "done" || state === "skipped";
