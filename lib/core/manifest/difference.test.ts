import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOf } from "@/lib/core/digest";
import { manifestDifference } from "./difference";

const artifact = (name: string, digit: string) => ({ name, hash: `sha256:${digit.repeat(64)}` });

describe("the difference between two manifest revisions", () => {
  it("names a changed leaf with both values", () => {
    const before = { rollback_plan: { owner: "Ana", steps: ["stop"] } };
    const after = { rollback_plan: { owner: "Ben", steps: ["stop"] } };
    expect(manifestDifference(before, after)).toEqual([{ path: "rollback_plan.owner", before: "Ana", after: "Ben" }]);
  });

  it("compares named items with their namesake, so that one inserted first changes nothing else", () => {
    const before = { artifacts: [artifact("api", "a"), artifact("web", "b")] };
    const after = { artifacts: [artifact("cli", "c"), artifact("api", "a"), artifact("web", "d")] };
    expect(manifestDifference(before, after)).toEqual([
      { path: "artifacts.web.hash", before: artifact("web", "b").hash, after: artifact("web", "d").hash },
      { path: "artifacts.cli", before: undefined, after: artifact("cli", "c") },
    ]);
  });

  it("shows a changed order, because it changes the digest that is signed", () => {
    const [one, two] = [artifact("api", "a"), artifact("web", "b")];
    expect(manifestDifference({ artifacts: [one, two] }, { artifacts: [two, one] })).toEqual([
      { path: "artifacts", before: ["api", "web"], after: ["web", "api"] },
    ]);
  });

  it("compares unnamed and ambiguous items by their place", () => {
    expect(manifestDifference({ steps: ["a", "b"] }, { steps: ["a"] })).toEqual([
      { path: "steps[1]", before: "b", after: undefined },
    ]);
    const twice = [artifact("api", "a"), artifact("api", "b")];
    expect(manifestDifference({ artifacts: twice }, { artifacts: [artifact("api", "a")] })).toEqual([
      { path: "artifacts[1]", before: artifact("api", "b"), after: undefined },
    ]);
  });

  it("is empty exactly when the digests are equal: nothing that voids a signature goes unseen", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.boolean(), (one, other, same) => {
        const after = same ? structuredClone(one) : other;
        expect(manifestDifference(one, after).length === 0).toBe(digestOf(one) === digestOf(after));
      }),
    );
  });
});
