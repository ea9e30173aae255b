import type { ReleaseFact } from "@/lib/core/gate/facts";
import { judgeTelemetry, type TelemetryResult, telemetryChecks } from "@/lib/core/gate/telemetry";
import type { MetricValues } from "@/lib/core/metrics/schema";
import type { Policy } from "@/lib/core/policy/model";

export type SnapshotFact = { id: string; takenAt: Date; receivedAt: Date; values: MetricValues };
export type VerificationFacts = {
  policy: Policy | null;
  release: ReleaseFact;
  openedAt: Date;
  closesAt: Date;
  /** Of the release's service, environment and commit, in any order. */
  snapshots: readonly SnapshotFact[];
  incidents: readonly { id: string; severity: "sev1" | "sev2" | "sev3"; title: string; declaredAt: Date }[];
  /** Deployments of the release that failed. */
  failures: readonly { id: string; at: Date; what: string }[];
};

export type Violation = {
  kind: "metric" | "incident" | "deployment" | "nothing-arrived" | "policy";
  text: string;
  /** RFC 3339; null where it is no event. */
  at: string | null;
  /** Of the snapshot, incident or deployment. */
  id: string | null;
};
/** One telemetry check over the whole window: the first value that broke it, else the last that met it. */
export type WatchedCheck = Omit<TelemetryResult, "details"> & { snapshotId: string | null; at: string | null };
export type VerificationJudgement = {
  state: "watching" | "passed" | "flagged";
  violations: Violation[];
  checks: WatchedCheck[];
  /** How many snapshots counted. */
  snapshots: number;
};

/**
 * What a verification window says at `at`. A violation flags it at once. It passes only when it is over, every
 * telemetry check of the policy was met by a snapshot of the window and none was broken: what is missing never passes.
 * A snapshot counts when it was taken and received from `openedAt` to `closesAt`, both included.
 * Source: "Release lifecycle" of the domain rules.
 */
export function judgeVerification(facts: VerificationFacts, at: Date): VerificationJudgement {
  const counted = countedSnapshots(facts);
  const judged = counted.flatMap((snapshot) => resultsOf(facts, snapshot));
  const checks = facts.policy ? telemetryChecks(facts.policy).map((id) => watched(id, judged)) : [];
  const violations = [...judged.flatMap(metricViolation), ...incidentViolations(facts), ...failureViolations(facts)];
  const answer = { checks, snapshots: counted.length };
  if (violations.length > 0) return { state: "flagged", violations: violations.sort(byTime), ...answer };
  if (at < facts.closesAt) return { state: "watching", violations, ...answer };
  const lacking = lackingAtEnd(facts, counted.length, checks);
  return { state: lacking.length > 0 ? "flagged" : "passed", violations: lacking, ...answer };
}

type Judged = TelemetryResult & { snapshot: SnapshotFact };

function countedSnapshots({ snapshots, openedAt, closesAt }: VerificationFacts): SnapshotFact[] {
  return snapshots
    .filter(({ takenAt, receivedAt }) => takenAt >= openedAt && takenAt <= closesAt && receivedAt <= closesAt)
    .toSorted((one, other) => one.takenAt.getTime() - other.takenAt.getTime());
}

function resultsOf({ policy, release }: VerificationFacts, snapshot: SnapshotFact): Judged[] {
  if (!policy) return [];
  const { id, values, takenAt } = snapshot;
  const fact = { id, values, takenAt: takenAt.toISOString(), submittedBy: null };
  return judgeTelemetry(policy, release, fact).map((result) => ({ ...result, snapshot }));
}

const isBroken = ({ outcome }: { outcome: Judged["outcome"] }): boolean => outcome === "fail" || outcome === "error";

function watched(id: Judged["id"], judged: readonly Judged[]): WatchedCheck {
  const own = judged.filter((each) => each.id === id);
  const telling = own.find(isBroken) ?? own.findLast(({ outcome }) => outcome === "pass");
  if (telling) {
    const { snapshot, details: _, ...result } = telling;
    return { ...result, snapshotId: snapshot.id, at: snapshot.takenAt.toISOString() };
  }
  const { threshold = null, unit = null, title = id } = own[0] ?? {};
  return { id, title, outcome: "missing", observed: null, threshold, unit, snapshotId: null, at: null };
}

function metricViolation(judged: Judged): Violation[] {
  if (!isBroken(judged)) return [];
  const { details, title, snapshot } = judged;
  return [{ kind: "metric", text: details[0] ?? title, at: snapshot.takenAt.toISOString(), id: snapshot.id }];
}

const isWithin = (at: Date, { openedAt, closesAt }: VerificationFacts): boolean => at >= openedAt && at <= closesAt;

/** Declared within the window is enough: one that was resolved within it happened all the same. */
function incidentViolations(facts: VerificationFacts): Violation[] {
  return facts.incidents
    .filter(({ severity, declaredAt }) => severity !== "sev3" && isWithin(declaredAt, facts))
    .map(({ id, severity, title, declaredAt }) => ({
      kind: "incident",
      text: `${severity === "sev1" ? "Sev1" : "Sev2"} incident declared: ${title}`,
      at: declaredAt.toISOString(),
      id,
    }));
}

function failureViolations(facts: VerificationFacts): Violation[] {
  return facts.failures
    .filter(({ at }) => isWithin(at, facts))
    .map(({ id, at, what }) => ({ kind: "deployment", text: what, at: at.toISOString(), id }));
}

function lackingAtEnd({ policy }: VerificationFacts, snapshots: number, checks: WatchedCheck[]): Violation[] {
  const lacks = (kind: Violation["kind"], text: string): Violation => ({ kind, text, at: null, id: null });
  if (!policy) return [lacks("policy", "there is no gate policy to judge metrics by")];
  if (checks.length === 0) return [lacks("policy", "the gate policy asks for no telemetry, so nothing was watched")];
  if (snapshots === 0) return [lacks("nothing-arrived", "no metrics arrived")];
  return checks
    .filter(({ outcome }) => outcome !== "pass")
    .map(({ title }) => lacks("nothing-arrived", `no snapshot told: ${title}`));
}

const byTime = (one: Violation, other: Violation): number => (one.at ?? "").localeCompare(other.at ?? "");
