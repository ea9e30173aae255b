import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENDED_STATES, isOpen } from "./model";
import { INCIDENT_STEPS, type IncidentStanding, type IncidentStep, nextSteps, stepIncident } from "./states";

const at = (minutes: number) => new Date(Date.parse("2026-01-01T12:00:00Z") + minutes * 60_000);
const DECLARED: IncidentStanding = {
  state: "declared",
  acknowledgedAt: null,
  mitigatedAt: null,
  resolvedAt: null,
  publishedAt: null,
  closedAt: null,
};
const having = (...steps: IncidentStep[]): IncidentStanding =>
  steps.reduce((standing, step, place) => stepIncident(standing, step, at(place + 1)), DECLARED);

describe("an incident", () => {
  it.each<[IncidentStep[], IncidentStanding["state"]]>([
    [["acknowledge"], "acknowledged"],
    [["acknowledge", "mitigating", "mitigated", "resolve", "publish", "close"], "closed"],
    [["mitigating"], "mitigating"],
    [["mitigated", "mitigating"], "mitigating"],
    [["resolve"], "resolved"],
    [["resolve", "close"], "closed"],
    [["resolve", "reopen"], "acknowledged"],
    [["resolve", "publish", "reopen", "resolve"], "resolved"],
    [["acknowledge", "merge"], "merged"],
  ])("after %j is %s", (steps, state) => {
    expect(having(...steps).state).toBe(state);
  });

  it.each<[IncidentStep[], IncidentStep, string]>([
    [["acknowledge"], "acknowledge", "This incident is acknowledged already."],
    [["mitigating"], "acknowledge", "This incident is being mitigated already."],
    [[], "reopen", "This incident was only just declared."],
    [["acknowledge"], "publish", "This incident is acknowledged already."],
    [["mitigated"], "close", "This incident is mitigated already."],
    [["resolve"], "mitigating", "This incident is resolved already."],
    [["resolve"], "merge", "This incident is resolved already."],
    [["resolve", "close"], "reopen", "This incident is closed already."],
    [["merge"], "resolve", "This incident was merged into another one."],
  ])("after %j refuses %s, saying how it stands", (steps, step, message) => {
    const standing = having(...steps);
    expect(() => stepIncident(standing, step, at(9))).toThrow(expect.objectContaining({ code: "conflict", message }));
  });

  it("that is mitigated at once counts as seen from then on, and keeps that time", () => {
    expect(having("mitigating", "mitigated")).toMatchObject({ acknowledgedAt: at(1), mitigatedAt: at(2) });
  });

  it("whose mitigation did not hold is not mitigated any more", () => {
    expect(having("mitigated", "mitigating").mitigatedAt).toBeNull();
  });

  it("that is opened again has no end and no publication, and was seen when it was", () => {
    expect(having("acknowledge", "mitigated", "resolve", "publish", "reopen")).toEqual({
      ...{ ...DECLARED, state: "acknowledged" },
      acknowledgedAt: at(1),
    });
  });

  it("that nobody had seen before it was resolved is seen by whoever opens it again", () => {
    expect(having("resolve", "reopen").acknowledgedAt).toEqual(at(2));
  });
});

it("whatever happens, only what is over has an end, and its times never leave their order", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...INCIDENT_STEPS), { maxLength: 30 }), (wanted) => {
      let standing = DECLARED;
      for (const [place, step] of wanted.entries()) {
        if (!nextSteps(standing.state).includes(step)) continue;
        standing = stepIncident(standing, step, at(place));
        const { acknowledgedAt, mitigatedAt, resolvedAt, publishedAt, closedAt } = standing;
        expect(resolvedAt === null).toBe(isOpen(standing.state));
        const inOrder = [acknowledgedAt, mitigatedAt, resolvedAt, publishedAt, closedAt].filter(
          (each) => each !== null,
        );
        expect(inOrder).toEqual(inOrder.toSorted((one, other) => one.getTime() - other.getTime()));
      }
    }),
  );
});

it("nothing but opening it again makes an incident that is over block once more", () => {
  const over = ENDED_STATES.filter((state) => !isOpen(state));
  for (const state of over) {
    for (const step of nextSteps(state).filter((each) => each !== "reopen")) {
      expect(isOpen(stepIncident({ ...DECLARED, state, resolvedAt: at(1) }, step, at(2)).state)).toBe(false);
    }
  }
  expect(over).toEqual(["resolved", "published", "closed", "merged"]);
});
