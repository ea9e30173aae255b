import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planAdvance } from "./advance";
import { STAGE_ORDER, STAGE_STATUSES, STAGES, type Stage, type StageState, type StageStatus } from "./stages";
import { type StageEvent, stageTimeline } from "./timeline";

const event = (stage: Stage, status: StageStatus, minute: number, more: Partial<StageEvent> = {}): StageEvent => ({
  ...{ stage, status, by: "ci", note: null, evidence: [] },
  at: new Date(Date.UTC(2025, 9, 1, 12, minute)).toISOString(),
  ...more,
});
const link = { kind: "url", id: null, url: "https://ci.example.com/1", label: "run" } as const;
const step = (steps: ReturnType<typeof stageTimeline>, stage: Stage) => steps.find((each) => each.stage === stage);

describe("a stage's line says how its last attempt went", () => {
  const events = [
    event("candidate", "succeeded", 0),
    event("build", "running", 1, { by: "Dana" }),
    event("build", "failed", 4, { note: "red", evidence: [link] }),
    event("build", "running", 10),
    event("build", "succeeded", 15, { evidence: [link] }),
    event("readiness", "running", 16),
  ];
  const steps = stageTimeline({ stage: "readiness", status: "running" }, events);

  it("with start, finish, duration, who, evidence and how often it was tried", () => {
    expect(step(steps, "build")).toMatchObject({
      ...{ status: "succeeded", durationMs: 300_000, attempts: 2, startedBy: "ci", finishedBy: "ci", note: null },
      evidence: [link],
    });
  });
  it("without a duration while it runs, and where it was reported as done at once", () => {
    expect(step(steps, "readiness")).toMatchObject({ status: "running", durationMs: null, finishedAt: null });
    expect(step(steps, "candidate")).toMatchObject({ status: "succeeded", startedAt: null, durationMs: null });
  });
  it("and what is to come is ahead", () => {
    expect(steps.map(({ stage }) => stage)).toEqual([...STAGE_ORDER]);
    expect(step(steps, "staging")).toMatchObject({ status: "ahead", attempts: 0 });
  });
});

it("evidence of start and finish is told once, and a draft no more once the manifest is there", () => {
  const draft = { kind: "draft", id: "r", url: null, label: "Manifest draft, 3 missing" } as const;
  const manifest = { kind: "manifest", id: "m", url: null, label: "Manifest revision 1" } as const;
  const start = event("staging", "running", 1, { evidence: [draft, link] });
  const steps = (evidence: StageEvent["evidence"]) =>
    stageTimeline({ stage: "staging", status: "succeeded" }, [start, event("staging", "succeeded", 2, { evidence })]);
  expect(step(steps([manifest, link]), "staging")?.evidence).toEqual([link, manifest]);
  expect(step(steps([draft]), "staging")?.evidence).toEqual([draft, link]);
});

it("an end comes last, with its reason, and what was never reached is left out", () => {
  const events = [event("candidate", "succeeded", 0), event("aborted", "succeeded", 3, { note: "Given up." })];
  const steps = stageTimeline({ stage: "aborted", status: "succeeded" }, events);
  expect(steps.map(({ stage }) => stage)).toEqual(["candidate", "aborted"]);
  expect(step(steps, "aborted")).toMatchObject({ note: "Given up.", isCurrent: true });
});

it("on every walk that the rules allow, no stage before the one reached is missing and no duration is negative", () => {
  const request = fc.tuple(fc.constantFrom(...STAGES), fc.constantFrom(...STAGE_STATUSES));
  fc.assert(
    fc.property(fc.array(request, { maxLength: 60 }), (requests) => {
      let state: StageState = { stage: "candidate", status: "succeeded" };
      const events = [event("candidate", "succeeded", 0)];
      for (const [stage, status] of requests) {
        const plan = planAdvance(state, stage, status);
        if (!plan.allowed) continue;
        state = plan.next;
        events.push(event(plan.next.stage, plan.next.status, events.length));
        const steps = stageTimeline(state, events);
        const reached = steps.findIndex(({ isCurrent }) => isCurrent);
        const before = steps
          .slice(0, reached)
          .filter((each) => (STAGE_ORDER as readonly Stage[]).includes(state.stage) && each);
        expect(before.map(({ status: was }) => was)).toEqual(before.map(() => "succeeded"));
        for (const { durationMs } of steps) expect(durationMs ?? 0).toBeGreaterThanOrEqual(0);
        if (plan.ended && state.stage !== "archived") {
          for (const next of STAGES) expect(planAdvance(state, next, "running").allowed).toBe(false);
        }
      }
    }),
  );
});
