import { expect, it } from "vitest";
import { planAdvance } from "./advance";
import { RELEASED } from "./released";
import { STAGE_ORDER, STAGE_STATUSES, STAGES, type StageState } from "./stages";

const start: StageState = { stage: "candidate", status: "succeeded" };
const keyOf = ({ stage, status }: StageState) => `${stage} ${status}`;

/** Every state that stages can lead to, with whether the rollout had succeeded on the way and stood. */
function reachable(): Map<string, { state: StageState; stands: boolean }> {
  const seen = new Map([[keyOf(start), { state: start, stands: false }]]);
  for (const { state, stands } of seen.values()) {
    for (const stage of STAGES) {
      for (const status of STAGE_STATUSES) {
        const plan = planAdvance(state, stage, status);
        if (!plan.allowed) continue;
        const shipped = keyOf(plan.next) === "production succeeded";
        const next = { state: plan.next, stands: plan.next.stage !== "rolled_back" && (stands || shipped) };
        if (!seen.has(keyOf(plan.next))) seen.set(keyOf(plan.next), next);
      }
    }
  }
  return seen;
}

it("released is exactly what a successful rollout leads to, until it is rolled back", () => {
  const states = [...reachable().values()];
  expect(states.length).toBeGreaterThan(STAGE_ORDER.length);
  const stood = states.filter(({ stands }) => stands).map(({ state }) => keyOf(state));
  expect(stood.sort()).toEqual(RELEASED.map(keyOf).sort());
});
