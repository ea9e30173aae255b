import { expect, it } from "vitest";
import { type RollbackFacts, rollbackOf } from "./rollback";

const sound: RollbackFacts = {
  previousVersion: "1.0",
  planTarget: "1.0",
  rehearsal: { state: "fresh", reason: "the last rehearsal passed within 30 days" },
  rehearsalRequired: true,
};
const stale = { state: "stale", reason: "the last passed rehearsal is older than 30 days" } as const;

it.each<[string, Partial<RollbackFacts>, string, number]>([
  ["a plan, a version before and a fresh rehearsal", {}, "ready", 0],
  ["a stale rehearsal", { rehearsal: stale }, "at_risk", 1],
  ["a stale rehearsal that nobody asks for", { rehearsal: stale, rehearsalRequired: false }, "ready", 0],
  ["a rehearsal that could not be judged", { rehearsal: { state: "error", reason: "no policy" } }, "at_risk", 1],
  ["a plan for another version than ran before", { planTarget: "0.9" }, "at_risk", 1],
  ["no plan", { planTarget: null }, "not_ready", 1],
  ["nothing released before", { previousVersion: null }, "not_ready", 1],
  ["nothing at all", { previousVersion: null, planTarget: null, rehearsal: stale }, "not_ready", 3],
])("%s", (_name, change, state, reasons) => {
  const found = rollbackOf({ ...sound, ...change });
  expect(found.state).toBe(state);
  expect(found.reasons).toHaveLength(reasons);
});
