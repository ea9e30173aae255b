import type { Finding, Suite } from "@/lib/core/scorecard/model";
import { canonicalSuiteName } from "@/lib/core/scorecard/suite-name";
import type { PolicyCheckId } from "../check-ids";
import type { Context } from "../context";
import { cureOf, pipelineCure } from "../cures";
import { type Frame, fallsShort, type Judgement, notKnown, type Part, passes, whole } from "../judgement";
import { noFact } from "../known";
import { limitOf } from "../limit";
import { scorecardEvidence } from "./scorecard";

type Severity = Finding["severity"];
/**
 * What all suites found of some severities. `unnamed`: counted by a scanner, but not listed one by one.
 * `scanned`: the security suite itself reports its counts.
 */
type Found = { total: number; named: string[]; unnamed: number; scanned: boolean };

/** No critical and no high vulnerability, in whichever suite it was found. */
export function securityCriticalHigh(context: Context): Judgement {
  return judgeVulnerabilities(context, "security.critical_high", ["critical", "high"], (found, cure) => ({
    details: linesOf(found, "critical or high"),
    parts: whole(cure),
  }));
}

/** No medium vulnerability, else one waiver for each that is named and one of the whole check for those that are not. */
export function securityMedium(context: Context): Judgement {
  return judgeVulnerabilities(context, "security.medium", ["medium"], (found, cure) => ({
    details: linesOf(found, "medium"),
    parts: [
      ...found.named.map((finding): Part => ({ finding, cures: [cure] })),
      ...(found.unnamed > 0 || !found.scanned ? whole(cure) : []),
    ],
    ownWaiverEach: true,
  }));
}

function judgeVulnerabilities(
  context: Context,
  id: PolicyCheckId,
  severities: Severity[],
  shortfall: (found: Found, cure: Part["cures"][number]) => Pick<Judgement, "details" | "parts" | "ownWaiverEach">,
): Judgement {
  const limit = limitOf(context.policy, id);
  const evidence = scorecardEvidence(context.scorecardSeen);
  const threshold = limit.known ? limit.value : null;
  const frame: Frame = { threshold, unit: "findings", owner: "pipeline", evidence };
  const cure = pipelineCure(context);
  if (!limit.known) return notKnown(frame, limit, cureOf(limit, cure));
  if (!context.scorecard.known) return notKnown(frame, context.scorecard, cureOf(context.scorecard, cure));
  const { suites } = context.scorecard.value.scorecard;
  const found = count(suites, severities);
  if (found.total > limit.value) {
    return fallsShort(frame, { outcome: "fail", observed: found.total, ...shortfall(found, cure) });
  }
  if (!found.scanned) return notKnown(frame, noFact("missing", "no security suite reports vulnerabilities"), cure);
  return passes(frame, found.total);
}

function count(suites: Suite[], severities: Severity[]): Found {
  const named = new Map<string, string>();
  let [total, unnamed] = [0, 0];
  for (const suite of suites) {
    for (const severity of severities) {
      const listed = suite.findings.filter((finding) => finding.severity === severity);
      for (const { id } of listed) named.set(id.trim().toLowerCase(), id.trim());
      const counted = Math.max(suite.vulnerabilities?.[severity] ?? 0, listed.length);
      total += counted;
      unnamed += counted - listed.length;
    }
  }
  const scan = suites.find(({ name }) => canonicalSuiteName(name) === "security");
  const scanned = scan !== undefined && scan.status !== "skipped" && scan.vulnerabilities !== null;
  return { total, named: [...named.values()].sort(), unnamed, scanned };
}

function linesOf({ named, unnamed, scanned }: Found, severity: string): string[] {
  const rest = unnamed > 0 ? [`${unnamed} ${severity} not listed by name`] : [];
  if (!scanned) rest.push("the security suite reports no vulnerabilities");
  return [...named.map((id) => `${severity}: ${id}`), ...rest];
}
