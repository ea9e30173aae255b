import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDoneAlready, planAdvance } from "./advance";
import { STAGE_ORDER, STAGE_STATUSES, STAGES, type Stage, type StageState } from "./stages";

const at = (stage: Stage, status: StageState["status"] = "succeeded"): StageState => ({ stage, status });

describe("a stage starts only when the one before it succeeded", () => {
  it.each(STAGE_ORDER.slice(0, -1).map((stage, index) => [stage, STAGE_ORDER[index + 1] as Stage] as const))(
    "%s succeeded lets %s start",
    (stage, next) => {
      expect(planAdvance(at(stage), next, "running")).toMatchObject({ allowed: true, next: at(next, "running") });
    },
  );

  it.each(["running", "failed"] as const)("a stage that is %s keeps the next from starting and is named", (status) => {
    expect(planAdvance(at("readiness", status), "staging", "running")).toMatchObject({
      allowed: false,
      missingStage: "readiness",
    });
  });

  it("names the first stage that is missing when some are skipped", () => {
    expect(planAdvance(at("candidate"), "production", "running")).toMatchObject({
      allowed: false,
      missingStage: "build",
    });
  });

  it("does not go back", () => {
    expect(planAdvance(at("staging"), "build", "running").allowed).toBe(false);
  });
});

describe("a stage is finished once and may be repeated after a failure", () => {
  it.each([
    [at("build", "running"), "succeeded", true],
    [at("build", "running"), "failed", true],
    [at("build", "running"), "running", false],
    [at("build", "failed"), "running", true],
    [at("build", "failed"), "succeeded", false],
    [at("build", "succeeded"), "failed", false],
  ] as const)("from %o to %s: %s", (current, status, allowed) => {
    expect(planAdvance(current, "build", status).allowed).toBe(allowed);
  });
});

describe("a release that has ended stays ended", () => {
  it.each(["aborted", "rejected", "rolled_back"] as const)("%s", (end) => {
    for (const stage of STAGES) expect(planAdvance(at(end), stage, "running").allowed).toBe(false);
  });

  it("only one that reached production is rolled back, and that one is not aborted", () => {
    expect(planAdvance(at("staging"), "rolled_back", "succeeded").allowed).toBe(false);
    expect(planAdvance(at("production"), "rolled_back", "succeeded")).toMatchObject({ allowed: true, ended: true });
    expect(planAdvance(at("archived"), "rolled_back", "succeeded").allowed).toBe(true);
    expect(planAdvance(at("production"), "aborted", "succeeded").allowed).toBe(false);
  });

  it("an archive that was begun is finished, and has ended only then", () => {
    expect(planAdvance(at("archived", "running"), "archived", "succeeded")).toMatchObject({
      allowed: true,
      ended: true,
    });
    expect(planAdvance(at("archived", "failed"), "archived", "running")).toMatchObject({ allowed: true, ended: false });
    expect(planAdvance(at("archived"), "archived", "running").allowed).toBe(false);
  });
});

it.each([
  [at("archived"), "archived", "succeeded", true],
  [at("archived"), "archived", "running", true],
  [at("archived"), "archived", "failed", false],
  [at("archived"), "production", "succeeded", false],
  [at("archived", "running"), "archived", "succeeded", false],
  [at("production"), "production", "succeeded", false],
  [at("rolled_back"), "archived", "succeeded", false],
] as const)(
  "a pipeline that archives what archived itself is not refused: %o to %s %s: %s",
  (state, stage, status, done) => {
    expect(isDoneAlready(state, stage, status)).toBe(done);
  },
);

it("no sequence of requests reaches production without every stage before it having succeeded", () => {
  const request = fc.tuple(fc.constantFrom(...STAGES), fc.constantFrom(...STAGE_STATUSES));
  fc.assert(
    fc.property(fc.array(request, { maxLength: 60 }), (requests) => {
      let state = at("candidate");
      const succeeded = new Set<Stage>(["candidate"]);
      for (const [stage, status] of requests) {
        const plan = planAdvance(state, stage, status);
        if (!plan.allowed) continue;
        state = plan.next;
        if (state.status === "succeeded") succeeded.add(state.stage);
        const place = (STAGE_ORDER as readonly Stage[]).indexOf(state.stage);
        for (const before of STAGE_ORDER.slice(0, Math.max(place, 0))) expect(succeeded).toContain(before);
      }
    }),
  );
});
