import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begunAt, type DeploymentFacts, type DeploymentReport, judgedAt, withReport } from "./facts";

const at = (second: number) => new Date(Date.UTC(2026, 2, 1, 10, 0, second));
const hash = (digit: number) => `sha256:${String(digit).repeat(64)}`;
const report = (more: Partial<DeploymentReport>): DeploymentReport => ({
  state: "started",
  at: at(0),
  commit: null,
  version: null,
  artifacts: [],
  url: null,
  deployedBy: null,
  ...more,
});
const all = (reports: readonly DeploymentReport[]) =>
  reports.reduce<DeploymentFacts | null>((known, each) => withReport(known, each), null);

const reports = fc.array(
  fc.record({
    state: fc.constantFrom("started" as const, "succeeded" as const, "failed" as const),
    at: fc.nat(4).map(at),
    commit: fc.constantFrom(null, "abcdef1"),
    version: fc.constantFrom(null, "1.0"),
    artifacts: fc.uniqueArray(fc.nat(3).map(hash)),
    url: fc.constantFrom(null, "https://ci.example/1", "https://ci.example/2"),
    deployedBy: fc.constantFrom(null, "kenji", "dana@example.com"),
  }),
  { minLength: 1, maxLength: 6 },
);

it("messages in any order, with any of them repeated, say the same as each once in order", () => {
  const shuffled = reports.chain((given) => {
    const extra = fc.array(fc.nat(given.length - 1), { maxLength: 4 });
    const order = extra.chain((more) => {
      const places = [...given.keys(), ...more];
      return fc.shuffledSubarray(places, { minLength: places.length });
    });
    return fc.tuple(fc.constant(given), order);
  });
  fc.assert(
    fc.property(shuffled, ([given, order]) => {
      const inOrder = given.toSorted((one, other) => one.at.getTime() - other.at.getTime());
      expect(all(order.flatMap((place) => given[place] ?? []))).toEqual(all(inOrder));
    }),
  );
});

describe("the state", () => {
  it("is that of the latest message by the sender's clock, not of the last to arrive", () => {
    const known = all([report({ state: "succeeded", at: at(9) }), report({ at: at(1) })]);
    expect(known).toMatchObject({ state: "succeeded", stateAt: at(9), startedAt: at(1), endedAt: at(9) });
  });

  it("of two messages of one second, an end is what counts, and of two ends the failure", () => {
    expect(all([report({ state: "succeeded" }), report({})])?.state).toBe("succeeded");
    expect(all([report({ state: "failed" }), report({ state: "succeeded" })])?.state).toBe("failed");
  });
});

it.each([
  ["commit", { commit: "abcdef1" }, { commit: "1234567" }],
  ["version", { version: "1.0" }, { version: "1.1" }],
])("another %s under the same name is refused", (what, one, other) => {
  const known = withReport(null, report(one));
  expect(() => withReport(known, report(other))).toThrow(`with ${what}`);
  expect(withReport(known, report({}))).toMatchObject(one);
});

describe("the instant that a deployment is judged by", () => {
  const started = report({ at: at(5) });
  const failed = report({ state: "failed", at: at(9) });
  const of = (...given: DeploymentReport[]) => all(given) ?? withReport(null, started);

  it("is the earliest that a pipeline told, and never later than when it was first heard of", () => {
    expect(judgedAt("api", of(failed, started), at(59))).toEqual(at(5));
    expect(judgedAt("api", of(started), at(2))).toEqual(at(2));
    expect(begunAt(of(failed, started))).toEqual(at(5));
  });

  it("is GitHub's end of it, because its start is that of the job which still asks the gate", () => {
    expect(judgedAt("github", of(started), at(59))).toBeNull();
    expect(judgedAt("github", of(started, failed), at(0))).toEqual(at(9));
    expect(judgedAt("github", of(report({ state: "succeeded", at: at(9) })), at(0))).toEqual(at(9));
  });

  it("is none of one that GitHub failed before it started: nothing was deployed", () => {
    expect(judgedAt("github", of(failed), at(0))).toBeNull();
  });
});
