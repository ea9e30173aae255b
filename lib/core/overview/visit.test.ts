import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Look, lookAfter, type Place, shownSince, VISIT_MINUTES } from "./visit";

const MINUTE_MS = 60_000;
const BEGIN = Date.parse("2026-03-01T12:00:00Z");
const place = (minutes: number, size = minutes): Place => ({ at: new Date(BEGIN + minutes * MINUTE_MS), size });
const look = (since: number, looked: number): Look => ({ since: place(since), looked: place(looked) });

it("somebody who was never here is told so, and sees what follows the first look", () => {
  expect(shownSince(null, place(0).at)).toBeNull();
  const first = lookAfter(null, place(5), false);
  expect(shownSince(first, place(5 + VISIT_MINUTES + 1).at)).toEqual(place(5));
});

describe("what one has opened does not vanish on the way back", () => {
  it.each([
    [VISIT_MINUTES, 10],
    [VISIT_MINUTES + 1, 50],
  ])("%i minutes after the last look, changes since minute %i are shown", (minutes, since) => {
    expect(shownSince(look(10, 50), place(50 + minutes).at)).toEqual(place(since));
  });

  it("a look on the same visit keeps its beginning, one on a new visit begins where the last one ended", () => {
    expect(lookAfter(look(10, 50), place(60), false)).toEqual(look(10, 60));
    expect(lookAfter(look(10, 50), place(500), false)).toEqual(look(50, 500));
  });
});

it("what is marked as read is not shown again", () => {
  const read = lookAfter(look(10, 50), place(60), true);
  expect(shownSince(read, place(61).at)).toEqual(place(60));
});

it("a tab that shows less than was seen elsewhere marks no more as read than it shows", () => {
  expect(lookAfter(look(10, 50), place(20), true)).toEqual(look(20, 50));
});

it("no order of looks ever goes back, or loses what no look has shown", () => {
  const seen = fc.record({ minutes: fc.integer({ min: 0, max: 1000 }), all: fc.boolean() });
  fc.assert(
    fc.property(fc.array(seen, { minLength: 1 }), (looks) => {
      let now: Look | null = null;
      let most = 0;
      for (const { minutes, all } of looks) {
        const next = lookAfter(now, place(minutes), all);
        most = Math.max(most, minutes);
        expect(next.since.size).toBeLessThanOrEqual(next.looked.size);
        expect(next.looked.size).toBe(most);
        if (now) expect(next.since.size).toBeGreaterThanOrEqual(now.since.size);
        now = next;
      }
    }),
  );
});
