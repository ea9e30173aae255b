import { policyDigest } from "@/lib/core/policy/digest";
import type { Policy } from "@/lib/core/policy/model";
import type { CheckId } from "./check-ids";
import { CHECK_TITLES } from "./checks/titles";
import { type Context, readContext } from "./context";
import { explain } from "./explain";
import type { Facts } from "./facts";
import { enabledChecks, judgeAll } from "./judge";
import { blocks, isWaived, type Judged } from "./judged";
import { fallsShort, passes, whole } from "./judgement";
import { type Known, noFact } from "./known";
import { digestOfAny, plain } from "./plain";
import { summarise } from "./summary";
import type { CheckResult, Verdict, VerdictWord } from "./verdict";

/**
 * The gate's answer for these facts at this instant, the same bytes for the same input. Never throws: an absent policy,
 * a failed look-up, missing evidence and facts of any wrong shape all deny, each with its reason.
 * `approve`: every blocking check passes or is waived. `waiver_required`: each one that does not could be waived.
 * `reject`: at least one of them cannot. Source: "Gate" of the domain rules.
 */
export function evaluateGate(policy: Policy | null, facts: Facts, at: Date): Verdict {
  const context = policy ? contextOf(policy, facts, at) : null;
  const judged = [policyPresent(policy), ...(policy && context ? judgeAll(policy, context) : [])];
  const verdict = verdictOf(judged);
  const answer: Verdict = {
    verdict,
    summary: summarise(verdict, judged, facts?.verified === true),
    checks: judged.map(resultOf),
    fixes: explain(judged, context?.known ? context.value : null),
    policyDigest: policy ? digestOfPolicy(policy) : null,
    factsDigest: digestOfAny(facts),
    at: isReadable(at) ? at.toISOString() : "unreadable",
  };
  // Names and reasons come from outside: what JSON or UTF-8 cannot hold must not get into a stored answer.
  return plain(answer) as Verdict;
}

function contextOf(policy: Policy, facts: Facts, at: Date): Known<Context> {
  if (!isReadable(at)) return noFact("error", "the instant of judgement is not a time");
  try {
    return readContext(policy, facts, at);
  } catch {
    return noFact("error", "the facts could not be read");
  }
}

function isReadable(at: Date): boolean {
  return at instanceof Date && !Number.isNaN(at.getTime());
}

function digestOfPolicy(policy: Policy): string {
  try {
    return policyDigest(policy);
  } catch {
    return digestOfAny(policy);
  }
}

/** Without a policy, or with one that asks for nothing that blocks, nothing may ship. */
function policyPresent(policy: Policy | null): Judged {
  const asks = policy !== null && enabledChecks(policy).some((id) => policy.checks[id].blocking);
  const frame = { threshold: "present", unit: null, owner: "admin" };
  const detail = policy ? "the policy has no check that blocks" : "there is no gate policy";
  const action = "Set a gate policy with at least one check that blocks";
  const cure = { key: "policy", action, owner: "admin", people: [] };
  const judgement = asks
    ? passes(frame, "present")
    : fallsShort(frame, { outcome: "fail", observed: "absent", details: [detail], parts: whole(cure) });
  const id: CheckId = "policy.present";
  const { parts } = judgement;
  return { id, title: CHECK_TITLES[id], blocking: true, waivable: false, judgement, uncovered: parts, waiverIds: [] };
}

function verdictOf(judged: readonly Judged[]): VerdictWord {
  const blocking = judged.filter(blocks);
  if (blocking.length === 0) return "approve";
  return blocking.every(({ waivable }) => waivable) ? "waiver_required" : "reject";
}

function resultOf(judged: Judged): CheckResult {
  const { id, title, blocking, waivable, judgement, waiverIds } = judged;
  const { outcome, observed, threshold, unit, evidence, details, remedy, owner } = judgement;
  return {
    ...{ id, title, outcome, blocking, waivable, waived: isWaived(judged), waiverIds },
    ...{ observed, threshold, unit, evidence, details, remedy, owner },
  };
}
