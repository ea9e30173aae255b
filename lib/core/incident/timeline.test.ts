import { describe, expect, it } from "vitest";
import type { TimelineEntry } from "./entry";
import { completeThrough, mergeEntries, shownTimeline } from "./timeline";

const START = Date.parse("2026-03-01T12:00:00.000Z");
const minute = (minutes: number) => new Date(START + minutes * 60_000).toISOString();

function entry(sequence: number, more: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: `entry-${sequence}`,
    sequence,
    kind: "note",
    at: minute(sequence),
    recordedAt: minute(sequence),
    text: `text ${sequence}`,
    by: { kind: "person", id: "p", name: "Pat Person" },
    refersTo: null,
    evidenceUrl: null,
    data: {},
    ...more,
  };
}
const correction = (sequence: number, of: number, text: string) =>
  entry(sequence, { kind: "correction", refersTo: `entry-${of}`, text });
const pin = (sequence: number, of: number, pinned: boolean) =>
  entry(sequence, { kind: "pin", refersTo: `entry-${of}`, data: { pinned } });

/** A small generator of its own, so that a failure can be run again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
function shuffled<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, key: next() }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

describe("what a reader sees", () => {
  it("is in the order in which things happened, then in which they were recorded", () => {
    const late = entry(3, { at: minute(0) });
    const same = entry(4, { at: minute(1) });
    const shown = shownTimeline([entry(1), entry(2), late, same]);
    expect(shown.map((each) => each.entry.sequence)).toEqual([3, 1, 4, 2]);
  });

  it("has the last correction's text, and every text that it had before with who replaced it", () => {
    const [shown] = shownTimeline([entry(1), correction(2, 1, "second"), correction(3, 1, "third")]);
    expect(shown?.text).toBe("third");
    expect(shown?.corrected).toEqual([
      { by: "Pat Person", at: minute(2), before: "text 1" },
      { by: "Pat Person", at: minute(3), before: "second" },
    ]);
    expect(shown?.entry.text).toBe("text 1");
  });

  it("is pinned as the last word on it says", () => {
    const pinnedBy = (...pins: TimelineEntry[]) => shownTimeline([entry(1), ...pins])[0]?.pinned;
    expect(pinnedBy()).toBe(false);
    expect(pinnedBy(pin(2, 1, true))).toBe(true);
    expect(pinnedBy(pin(2, 1, true), pin(3, 1, false))).toBe(false);
    expect(pinnedBy(pin(2, 1, true), pin(3, 1, false), pin(4, 1, true))).toBe(true);
  });

  it("leaves out what refers to an entry that is not there, and shows no pin or correction by itself", () => {
    expect(shownTimeline([entry(1), pin(2, 9, true), correction(3, 9, "of nothing")])).toHaveLength(1);
  });

  it("does not depend on the order in which entries arrive, nor on how often", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const next = random(seed);
      const entries = Array.from({ length: 12 }, (_, index) => {
        const sequence = index + 1;
        const of = 1 + Math.floor(next() * sequence);
        const kind = next();
        if (kind < 0.25) return correction(sequence, of, `corrected ${sequence}`);
        if (kind < 0.5) return pin(sequence, of, next() < 0.5);
        return entry(sequence, { at: minute(Math.floor(next() * 5)) });
      });
      const twice = shuffled([...entries, ...entries.filter(() => next() < 0.5)], next);
      expect({ seed, shown: shownTimeline(twice) }).toEqual({ seed, shown: shownTimeline(entries) });
    }
  });
});

describe("a reader that is told of entries in pieces", () => {
  it("has each once and in order, however they are cut, repeated and mixed up", () => {
    const all = Array.from({ length: 20 }, (_, index) => entry(index + 1));
    for (let seed = 1; seed <= 200; seed += 1) {
      const next = random(seed);
      let known: TimelineEntry[] = [];
      for (const piece of shuffled(all, next)) {
        known = mergeEntries(known, [piece, ...all.filter(() => next() < 0.1)]);
        const through = completeThrough(known);
        expect(known.slice(0, through)).toEqual(all.slice(0, through));
        expect(known[through]?.sequence).not.toBe(through + 1);
      }
      expect(known).toEqual(all);
    }
  });

  it("goes on from the last one before a gap", () => {
    expect(completeThrough([])).toBe(0);
    expect(completeThrough([entry(2)])).toBe(0);
    expect(completeThrough([entry(1), entry(2), entry(4)])).toBe(2);
    expect(completeThrough([entry(1), entry(2)])).toBe(2);
  });
});
