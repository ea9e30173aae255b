import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import { BAD_NEWS } from "@/lib/core/testing/defects";
import { approvingFacts, NOW } from "@/lib/core/testing/facts";
import { compareVerdicts, isInTheWay } from "./compare";
import { evaluateGate } from "./evaluate";
import type { Facts } from "./facts";

const judge = (facts: Facts, at = NOW) => evaluateGate(DEFAULT_POLICY, facts, at);
const good = judge(approvingFacts());

describe("what changed between two decisions", () => {
  it.each(BAD_NEWS)(
    "$name: names each check that was cleared on the way to an approve, and the same way back",
    (bad) => {
      const blocked = judge(bad.apply(approvingFacts()));
      const inTheWay = blocked.checks.filter(isInTheWay).map(({ id }) => id);
      const idsOf = (change: string, from = blocked, to = good) =>
        compareVerdicts(from, to).flatMap((each) => (each.change === change ? [each.id] : []));
      expect(idsOf("cleared")).toEqual(inTheWay);
      expect(idsOf("broke", good, blocked)).toEqual(inTheWay);
      expect(idsOf("broke")).toEqual([]);
    },
  );

  it("is nothing for the same facts, whatever time has passed", () => {
    expect(compareVerdicts(good, good)).toEqual([]);
    expect(compareVerdicts(good, judge(approvingFacts(), new Date(NOW.getTime() + 60_000)))).toEqual([]);
  });

  it("tells a value that moved without changing the outcome, after all that changed it", () => {
    const slower = structuredClone(good);
    for (const check of slower.checks) {
      if (check.id === "performance.p95_ms") check.observed = 199;
      if (check.id === "manifest.complete") check.outcome = "fail";
    }
    expect(compareVerdicts(good, slower).map(({ id, change }) => [id, change])).toEqual([
      ["manifest.complete", "broke"],
      ["performance.p95_ms", "changed"],
    ]);
  });

  it("names a check that only one of the policies has", () => {
    const fewer = { ...good, checks: good.checks.filter(({ id }) => id !== "rehearsal.fresh") };
    expect(compareVerdicts(good, fewer)).toMatchObject([{ id: "rehearsal.fresh", change: "removed", after: null }]);
    expect(compareVerdicts(fewer, good)).toMatchObject([{ id: "rehearsal.fresh", change: "added", before: null }]);
  });
});
