import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestHittingSet } from "./hitting-set";

const OPTIONS = ["a", "b", "c", "d", "e", "f", "g"];

/** Size of the smallest set, by trying every subset. */
function bruteForce(needs: readonly (readonly string[])[]): number | null {
  let smallest: number | null = null;
  for (let bits = 0; bits < 2 ** OPTIONS.length; bits += 1) {
    const chosen = OPTIONS.filter((_, index) => bits & (1 << index));
    const meets = needs.every((options) => options.some((option) => chosen.includes(option)));
    if (meets && (smallest === null || chosen.length < smallest)) smallest = chosen.length;
  }
  return smallest;
}

const need = fc.subarray(OPTIONS, { minLength: 1 });

describe("smallestHittingSet", () => {
  it("is never larger than what trying everything finds, and meets every need", () => {
    fc.assert(
      fc.property(fc.array(need, { maxLength: 12 }), fc.shuffledSubarray(OPTIONS), (needs, preference) => {
        const chosen = smallestHittingSet(needs, preference);
        expect(chosen?.length).toBe(bruteForce(needs));
        expect(needs.every((options) => options.some((option) => chosen?.includes(option)))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("answers null when a need has no option", () => {
    expect(smallestHittingSet([["a"], []], OPTIONS)).toBeNull();
  });

  it("takes the preferred one of two equals", () => {
    expect(smallestHittingSet([["a", "b"]], ["b", "a"])).toEqual(["b"]);
    expect(smallestHittingSet([["a", "b"]], ["a", "b"])).toEqual(["a"]);
  });

  it("stays quick with hundreds of needs", () => {
    const needs = Array.from({ length: 400 }, (_, index) => ["pipeline", `waiver-${index}`]);
    expect(smallestHittingSet(needs, ["pipeline"])).toEqual(["pipeline"]);
  });
});
