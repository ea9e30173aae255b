import { execFileSync } from "node:child_process";
import { digestOf } from "@/lib/core/digest";
import { evaluateGate } from "@/lib/core/gate/evaluate";
import { parseStrictJson } from "@/lib/core/json/strict";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import { approval, approver, approvingFacts, manifestFact, NOW } from "@/lib/core/testing/facts";
import { measurePair, type Pair } from "./pair";

const facts = approvingFacts();
const crowd = Array.from({ length: 300 }, (_, index) => approver(`p${index}`, `Person ${index}`, "change-board"));
const crowded = approvingFacts({
  approvers: crowd,
  signatures: { state: "found", value: crowd.map((person) => approval(person, manifestFact().digest)) },
});
const document = JSON.stringify(
  Array.from({ length: 20_000 }, (_, index) => ({ name: `test ${index}`, passed: true, ms: index })),
);
const node = (...args: string[]) => execFileSync("node", args, { stdio: "ignore" });

const pairs: Pair[] = [
  {
    name: "gate evaluation",
    one: () => evaluateGate(DEFAULT_POLICY, facts, NOW),
    otherName: "digest of its facts",
    other: () => digestOf(facts),
    rounds: 300,
  },
  {
    name: "gate evaluation, 300 signatures",
    one: () => evaluateGate(DEFAULT_POLICY, crowded, NOW),
    otherName: "with 3",
    other: () => evaluateGate(DEFAULT_POLICY, facts, NOW),
    rounds: 20,
  },
  {
    name: "strict JSON, 1 MB",
    one: () => parseStrictJson(document, "document"),
    otherName: "JSON.parse",
    other: () => JSON.parse(document),
    rounds: 20,
  },
  {
    name: "readiness --help",
    one: () => node("cli/dist/readiness.mjs", "--help"),
    otherName: "an empty node",
    other: () => node("-e", "0"),
    rounds: 20,
    limitMs: 150,
  },
];

function againstLimit(ms: number, limitMs: number | undefined): string {
  return limitMs === undefined ? "" : ` | ${ms < limitMs ? "under" : "NOT UNDER"} ${limitMs} ms`;
}

console.log("median ms | median ms | ratio of pairs, measured in turn");
for (const pair of pairs) {
  const { oneMs, otherMs, ratio } = await measurePair(pair);
  const limit = againstLimit(oneMs, pair.limitMs);
  console.log(
    `${pair.name} ${oneMs.toFixed(2)} | ${pair.otherName} ${otherMs.toFixed(2)} | ${ratio.toFixed(2)}×${limit}`,
  );
}
