import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DeploymentMatch, matchDeployment } from "./match";
import type { KnownDecision, KnownRelease, MatchedDeployment } from "./standing";

const AT = new Date("2026-03-29T10:00:00Z");
const ago = (seconds: number) => new Date(AT.getTime() - seconds * 1000);
const hash = (digit: string) => `sha256:${digit.repeat(64)}`;
const [A, B, C] = [hash("a"), hash("b"), hash("c")];
const COMMIT = "c".repeat(40);
const DAY = 86_400;

const decision = (more: Partial<KnownDecision> = {}): KnownDecision => ({
  id: "decision",
  kind: "gate",
  verdict: "approve",
  decidedAt: ago(60),
  artifacts: [A, B],
  entered: false,
  told: false,
  expiresAt: null,
  ...more,
});
const release = (decisions: KnownDecision[], more: Partial<KnownRelease> = {}): KnownRelease => ({
  id: "release",
  version: "1.0",
  commit: COMMIT,
  shippedAt: null,
  endedAs: null,
  endedAt: null,
  decisions,
  ...more,
});
const deployed = (more: Partial<MatchedDeployment> = {}): MatchedDeployment => ({
  artifacts: [A],
  commit: COMMIT,
  version: null,
  at: AT,
  begunAt: AT,
  ...more,
});
const match = (what: Partial<MatchedDeployment>, ...releases: KnownRelease[]) =>
  matchDeployment(deployed(what), releases, DAY);

const broken = (more: Partial<KnownDecision> = {}) =>
  decision({ kind: "break_glass", verdict: "reject", entered: true, expiresAt: ago(-600), ...more });
const shipped = { shippedAt: ago(40 * DAY) };
const long = { decidedAt: ago(41 * DAY), entered: true };

const cases: [string, DeploymentMatch, Partial<MatchedDeployment>, KnownRelease[]][] = [
  ["an approve of a manifest with all of them", "approved", { artifacts: [A, B] }, [release([decision()])]],
  ["an approve of which only a part is deployed", "approved", {}, [release([decision()])]],
  ["an approve, with one artifact more", "bypass", { artifacts: [A, B, C] }, [release([decision()])]],
  [
    "two approves that have the artifacts only together",
    "bypass",
    { artifacts: [A, C] },
    [release([decision()]), release([decision({ artifacts: [C] })], { id: "other" })],
  ],
  ["a no-go", "bypass", {}, [release([decision({ verdict: "reject" })])]],
  ["a waiver that was needed", "bypass", {}, [release([decision({ verdict: "waiver_required" })])]],
  ["an approve exactly as old as it may be", "approved", {}, [release([decision({ decidedAt: ago(DAY) })])]],
  ["an approve a second older", "bypass", {}, [release([decision({ decidedAt: ago(DAY + 1) })])]],
  [
    "an approve overruled since",
    "bypass",
    {},
    [release([decision(), decision({ id: "no", verdict: "reject", decidedAt: ago(30) })])],
  ],
  [
    "an approve that it entered production on, with a no-go since",
    "approved",
    {},
    [release([decision({ entered: true }), decision({ id: "no", verdict: "reject", decidedAt: ago(30) })])],
  ],
  ["an approve that came afterwards", "bypass", {}, [release([decision({ decidedAt: ago(-6) })])]],
  ["an approve within what clocks differ by", "approved", {}, [release([decision({ decidedAt: ago(-5) })])]],
  ["an aborted release", "bypass", {}, [release([decision()], { endedAs: "aborted", endedAt: ago(1) })]],
  ["one aborted afterwards", "approved", {}, [release([decision()], { endedAs: "aborted", endedAt: ago(-1) })]],
  ["no decision", "bypass", {}, [release([])]],
  ["no release", "bypass", {}, []],
  ["break-glass that is open", "break_glass", {}, [release([broken()])]],
  ["break-glass that had expired", "bypass", {}, [release([broken({ expiresAt: ago(6) })])]],
  ["break-glass of other artifacts", "bypass", { artifacts: [C] }, [release([broken()])]],
  ["an earlier release that stands", "rollback", {}, [release([decision(long)], shipped)]],
  [
    "an earlier release that was rolled back",
    "bypass",
    {},
    [release([decision(long)], { ...shipped, ...rolledBack() })],
  ],
  [
    "an earlier release that shipped by break-glass",
    "bypass",
    {},
    [release([broken({ ...long, expiresAt: ago(40 * DAY) })], shipped)],
  ],
  [
    "an earlier manifest of a release that shipped another",
    "bypass",
    { artifacts: [C] },
    [release([decision({ id: "old", ...long, entered: false, artifacts: [C] }), decision(long)], shipped)],
  ],
];

function rolledBack(): Partial<KnownRelease> {
  return { endedAs: "rolled_back", endedAt: ago(1) };
}

it.each(cases)("by artifacts: %s → %s", (_, expected, what, releases) => {
  expect(match(what, ...releases)).toMatchObject({
    match: expected,
    basis: expected === "bypass" ? null : "artifacts",
  });
});

const byCommit: [string, DeploymentMatch, Partial<MatchedDeployment>, KnownRelease[]][] = [
  ["of a release that only has an approve", "bypass", {}, [release([decision()])]],
  ["of a release that entered production on it", "approved", {}, [release([decision({ entered: true })])]],
  ["for a system that had asked", "approved", {}, [release([decision({ told: true })])]],
  ["of another version", "bypass", { version: "2.0" }, [release([decision({ entered: true })])]],
  ["of its version", "approved", { version: "1.0" }, [release([decision({ entered: true })])]],
  ["of another commit", "bypass", { commit: "d".repeat(40) }, [release([decision({ entered: true })])]],
  ["unknown", "bypass", { commit: null }, [release([decision({ entered: true })])]],
  ["of a break-glass", "break_glass", {}, [release([broken()])]],
];
it.each(byCommit)("without artifacts, by commit: %s → %s", (_, expected, what, releases) => {
  const found = match({ artifacts: [], ...what }, ...releases);
  expect(found.match).toBe(expected);
  if (expected !== "bypass") expect(found.explanation).toContain("Matched by commit; no artifacts were reported.");
  else expect(found.explanation).toContain("It cannot be matched");
});

describe("whatever the decisions are", () => {
  const someDecision = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom("gate" as const, "break_glass" as const),
    verdict: fc.constantFrom("approve" as const, "reject" as const, "waiver_required" as const),
    decidedAt: fc.integer({ min: -DAY, max: 3 * DAY }).map(ago),
    artifacts: fc.subarray([A, B, C]),
    entered: fc.boolean(),
    told: fc.boolean(),
    expiresAt: fc.constantFrom(null, ago(100), ago(-100)),
  });
  const someRelease = fc.array(someDecision, { maxLength: 5 }).chain((decisions) =>
    fc.record({
      id: fc.uuid(),
      version: fc.constant("1.0"),
      commit: fc.constant(COMMIT),
      shippedAt: fc.constantFrom(null, ago(DAY)),
      endedAs: fc.constantFrom(null, "aborted" as const, "rolled_back" as const),
      endedAt: fc.constantFrom(null, ago(10), ago(-10)),
      decisions: fc.constant(decisions),
    }),
  );
  const someReleases = fc.array(someRelease, { maxLength: 3 });
  const someArtifacts = fc.subarray([A, B, C]);

  it("approved and rollback rest on the gate's approve of all artifacts before the deployment, and on nothing else", () => {
    fc.assert(
      fc.property(someReleases, someArtifacts, (releases, artifacts) => {
        const found = match({ artifacts }, ...releases);
        const rests = releases.flatMap(({ decisions }) => decisions).find(({ id }) => id === found.decisionId);
        expect(found.decisionId === null).toBe(found.match === "bypass");
        if (found.match === "bypass") return;
        expect(artifacts.every((each) => rests?.artifacts.includes(each))).toBe(true);
        expect(rests?.decidedAt.getTime()).toBeLessThanOrEqual(ago(-5).getTime());
        expect(rests?.kind).toBe(found.match === "break_glass" ? "break_glass" : "gate");
        if (found.match !== "break_glass") expect(rests?.verdict).toBe("approve");
      }),
    );
  });

  it("what is decided after the deployment changes nothing", () => {
    fc.assert(
      fc.property(someReleases, someArtifacts, (releases, artifacts) => {
        const known = releases.map((each) => ({
          ...each,
          decisions: each.decisions.filter(({ decidedAt }) => decidedAt <= ago(-5)),
        }));
        const { explanation: _, ...later } = match({ artifacts }, ...releases);
        expect(match({ artifacts }, ...known)).toMatchObject(later);
      }),
    );
  });

  it("the order of releases and decisions does not make an allowed deployment a bypass", () => {
    fc.assert(
      fc.property(someReleases, someArtifacts, (releases, artifacts) => {
        const turned = releases.toReversed().map((each) => ({ ...each, decisions: each.decisions.toReversed() }));
        expect(match({ artifacts }, ...turned).match).toBe(match({ artifacts }, ...releases).match);
      }),
    );
  });
});

it.each([
  ["only after the deployment", release([decision({ decidedAt: ago(-60) })])],
  ["had not approved it (no-go)", release([decision({ verdict: "reject" })])],
  ["had not approved it (waiver needed)", release([decision({ verdict: "waiver_required" })])],
  ["its break-glass had expired", release([broken({ expiresAt: ago(60) })])],
  ["its approve was 25 h old", release([decision({ decidedAt: ago(DAY + 3600) })])],
  ["a later decision than its approve", release([decision(), decision({ verdict: "reject", decidedAt: ago(1) })])],
  ["had ended (aborted)", release([decision()], { endedAs: "aborted", endedAt: ago(1) })],
  ["the gate has judged no manifest of it that has all", release([decision({ artifacts: [B] })])],
])("a bypass says why: %s", (words, known) => {
  expect(match({}, known).explanation).toContain(words);
});
