import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_SUSPECTS, type Rollout, rankSuspects, SUSPECT_DAYS } from "./suspects";

const BEGAN = new Date("2026-08-10T12:00:00Z");
const MINUTE = 60_000;
const before = (minutes: number) => new Date(BEGAN.getTime() - minutes * MINUTE);
const beginning = { at: BEGAN, serviceId: "api", windowHours: 24 };

const rollout = (releaseId: string, minutes: number, more: Partial<Rollout> = {}): Rollout => ({
  ...{ releaseId, serviceId: "api", isProduction: true, startedAt: before(minutes + 10), finishedAt: before(minutes) },
  ...more,
});
const ids = (rollouts: Rollout[]) => rankSuspects(rollouts, beginning).map(({ releaseId }) => releaseId);

describe("of two rollouts the likelier cause is", () => {
  it.each<[string, Rollout, Rollout]>([
    ["the later one", rollout("a", 30), rollout("b", 90)],
    ["production's, however old", rollout("a", 20 * 60), rollout("b", 5, { isProduction: false })],
    ["the declared service's, within the window", rollout("a", 23 * 60), rollout("b", 5, { serviceId: "web" })],
    ["another service's within the window", rollout("a", 5, { serviceId: "web" }), rollout("b", 25 * 60)],
    ["one that was still under way", rollout("a", 5, { finishedAt: null }), rollout("b", 30)],
    ["at the same instant the one of the lesser id", rollout("a", 5), rollout("b", 5)],
  ])("%s", (_, likely, other) => {
    expect(ids([likely, other])).toEqual(["a", "b"]);
    expect(ids([other, likely])).toEqual(["a", "b"]);
  });
});

it("a rollout that began before and ended after the beginning counts from where it began", () => {
  const [found] = rankSuspects([rollout("a", -5)], beginning);
  expect(found).toMatchObject({ rolledOutAt: before(5), minutesBefore: 5, isDeclaredService: true });
});

it("minutes are whole ones, cut off", () => {
  const [found] = rankSuspects([rollout("a", 5, { finishedAt: new Date(BEGAN.getTime() - 119_999) })], beginning);
  expect(found?.minutesBefore).toBe(1);
});

it("what began afterwards, and what is older than two weeks, is no suspect", () => {
  const late = rollout("late", 0, { startedAt: new Date(BEGAN.getTime() + 1), finishedAt: null });
  const edge = SUSPECT_DAYS * 24 * 60;
  expect(ids([late, rollout("old", edge + 1), rollout("edge", edge)])).toEqual(["edge"]);
});

it("the order in which rollouts come says nothing, and no more than a screenful is named", () => {
  const drawn = fc.record({
    minutes: fc.integer({ min: -100, max: 30 * 24 * 60 }),
    serviceId: fc.constantFrom("api", "web"),
    isProduction: fc.boolean(),
    isDone: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 15 }), fc.infiniteStream(fc.nat()), (given, dice) => {
      const rollouts = given.map(({ minutes, isDone, ...more }, place) =>
        rollout(`r${place}`, minutes, { ...more, ...(isDone ? {} : { finishedAt: null }) }),
      );
      const weights = new Map(rollouts.map((each) => [each, dice.next().value ?? 0]));
      const shuffled = rollouts.toSorted((one, other) => (weights.get(one) ?? 0) - (weights.get(other) ?? 0));
      const ranked = rankSuspects(rollouts, beginning);
      expect(rankSuspects(shuffled, beginning)).toEqual(ranked);
      expect(ranked.length).toBeLessThanOrEqual(MOST_SUSPECTS);
      expect(ranked.every(({ rolledOutAt }) => rolledOutAt <= BEGAN)).toBe(true);
    }),
  );
});
