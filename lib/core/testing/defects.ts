import type { CalendarFact, Facts, Lookup, SignatureFact, WaiverFact } from "@/lib/core/gate/facts";
import type { Suite } from "@/lib/core/scorecard/model";
import { approval, approver, secondsAgo, waiver } from "./facts";

/** Something that makes facts worse. None of them may ever turn a blocked release into an approved one. */
export type Defect = { name: string; apply: (facts: Facts) => Facts };

const LOOKUPS = [
  "scorecard",
  "metrics",
  "manifest",
  "rehearsals",
  "requiredRoles",
  "signatures",
  "incidents",
  "calendars",
] as const;

/** Each look-up that evidence is required from, once absent and once failing. */
export const LOST_LOOKUPS: Defect[] = LOOKUPS.flatMap((key) => [
  { name: `${key} missing`, apply: (facts) => ({ ...facts, [key]: { state: "missing", reason: "nothing there" } }) },
  { name: `${key} unreachable`, apply: (facts) => ({ ...facts, [key]: { state: "error", reason: "timeout" } }) },
]);

function within<T>(lookup: Lookup<T>, change: (value: T) => T): Lookup<T> {
  return lookup.state === "found" ? { ...lookup, value: change(lookup.value) } : lookup;
}

function suites(facts: Facts, change: (suites: Suite[]) => Suite[]): Facts {
  const scorecard = within(facts.scorecard, (fact) => ({
    ...fact,
    scorecard: { ...fact.scorecard, suites: change(fact.scorecard.suites) },
  }));
  return { ...facts, scorecard };
}

function inSuite(name: string, differences: Partial<Suite>): Defect["apply"] {
  return (facts) =>
    suites(facts, (all) => all.map((suite) => (suite.name === name ? { ...suite, ...differences } : suite)));
}

const SUITES = ["unit", "integration", "end-to-end", "performance", "security"];

/** Required evidence taken out piece by piece: suites, numbers, metrics, signatures, rehearsals. */
export const LOST_PIECES: Defect[] = [
  ...SUITES.map((name) => ({
    name: `suite ${name} taken out`,
    apply: (facts: Facts) => suites(facts, (all) => all.filter((suite) => suite.name !== name)),
  })),
  ...SUITES.map((name) => ({
    name: `flake rate of ${name} unknown`,
    apply: inSuite(name, { tests: null, flakeRate: null }),
  })),
  { name: "success rate unknown", apply: inSuite("integration", { tests: null, successRate: null }) },
  { name: "latency unknown", apply: inSuite("performance", { latencyP95Ms: null }) },
  { name: "vulnerabilities unknown", apply: inSuite("security", { vulnerabilities: null, findings: [] }) },
  ...["readiness.passed", "latency_p95_ms", "error_rate", "flake_rate"].map((metric) => ({
    name: `metric ${metric} taken out`,
    apply: (facts: Facts) => ({
      ...facts,
      metrics: within(facts.metrics, (fact) => {
        const { [metric]: _, ...values } = fact.values;
        return { ...fact, values };
      }),
    }),
  })),
  {
    name: "an approval taken out",
    apply: (facts) => ({ ...facts, signatures: within(facts.signatures, withoutFirstApproval) }),
  },
  {
    name: "passed rehearsals taken out",
    apply: (facts) => ({
      ...facts,
      rehearsals: within(facts.rehearsals, (all) => all.filter(({ outcome }) => outcome !== "passed")),
    }),
  },
];

function withoutFirstApproval(signatures: SignatureFact[]): SignatureFact[] {
  const first = signatures.findIndex(({ decision }) => decision === "approve");
  return signatures.filter((_, index) => index !== first);
}

/** Evidence that speaks against the release. */
export const BAD_NEWS: Defect[] = [
  { name: "integration fails", apply: inSuite("integration", { tests: null, successRate: 0.5, status: "failed" }) },
  { name: "flaky end-to-end suite", apply: inSuite("end-to-end", { tests: null, flakeRate: 0.5 }) },
  { name: "slow", apply: inSuite("performance", { latencyP95Ms: 900 }) },
  {
    name: "a critical vulnerability",
    apply: inSuite("security", { vulnerabilities: { critical: 1, high: 0, medium: 0, low: 0 } }),
  },
  {
    name: "a medium vulnerability",
    apply: inSuite("security", {
      vulnerabilities: { critical: 0, high: 0, medium: 1, low: 0 },
      findings: [{ id: "CVE-2025-1001", severity: "medium", title: null }],
    }),
  },
  {
    name: "an open Sev1 incident",
    apply: (facts) => ({
      ...facts,
      incidents: within(facts.incidents, (all) => [
        ...all,
        { id: "incident-1", severity: "sev1", title: "Orders are lost", declaredAt: secondsAgo(60) },
      ]),
    }),
  },
  {
    name: "a freeze in force",
    apply: (facts) => ({ ...facts, calendars: within(facts.calendars, (all) => [...all, FREEZE]) }),
  },
  {
    name: "a rejection",
    apply: (facts) => ({ ...facts, signatures: within(facts.signatures, (all) => [...all, rejectionOf(facts)]) }),
  },
  {
    name: "a failed rehearsal",
    apply: (facts) => ({
      ...facts,
      rehearsals: within(facts.rehearsals, (all) => [
        {
          id: "drill-9",
          startedAt: secondsAgo(120),
          finishedAt: secondsAgo(60),
          outcome: "failed",
          remediatedAt: null,
        },
        ...all,
      ]),
    }),
  },
];

const FREEZE: CalendarFact = {
  id: "freeze-9",
  kind: "freeze",
  name: "Quarter end",
  reason: "The books are closed",
  environment: null,
  service: null,
  timeZone: "Europe/Berlin",
  rule: { repeats: "once", start: "2025-09-29T00:00", end: "2025-10-02T08:00" },
  validFrom: secondsAgo(30 * 86_400),
  validUntil: null,
  overridableBy: ["change-board"],
};

function rejectionOf(facts: Facts): SignatureFact {
  const digest = facts.manifest.state === "found" ? facts.manifest.value.digest : "";
  return approval(approver("rex", "Rex Reject", "change-board"), digest, { decision: "reject", reason: "no" });
}

/** Waivers of all kinds: valid ones, narrowed ones, and ones that are worth nothing. */
export const SOME_WAIVERS: WaiverFact[] = [
  waiver("integration.success_rate"),
  waiver("scorecard.overall"),
  waiver("scorecard.suites", { finding: "unit" }),
  waiver("suites.flake_rate"),
  waiver("performance.p95_ms"),
  waiver("security.medium", { finding: "CVE-2025-1001" }),
  waiver("security.critical_high"),
  waiver("telemetry.error_rate"),
  waiver("rehearsal.fresh"),
  waiver("incidents.open"),
  waiver("approvals.complete"),
  waiver("rollout.freeze"),
  waiver("rollout.window", { expiresAt: secondsAgo(1) }),
  waiver("telemetry.flake_rate", { revokedAt: secondsAgo(1) }),
];
