import type { Policy } from "@/lib/core/policy/model";
import { POLICY_CHECK_IDS, type PolicyCheckId } from "./check-ids";
import { JUDGES } from "./checks/table";
import { CHECK_TITLES } from "./checks/titles";
import { waiversValid } from "./checks/waivers";
import type { Context } from "./context";
import type { Judged } from "./judged";
import { type Judgement, notKnown } from "./judgement";
import { type Known, noFact, type Unknown } from "./known";
import { coverWithWaivers, standingWaivers } from "./waiving";

/** The checks that this policy asks for, in their order. */
export function enabledChecks(policy: Policy): PolicyCheckId[] {
  return POLICY_CHECK_IDS.filter((id) => {
    if (id === "approvals.complete" && !policy.enforceApprovals) return false;
    if (id === "rehearsal.fresh" && !policy.requireRehearsal) return false;
    return policy.checks[id].enabled;
  });
}

/** Judges every enabled check, waivers included. What a check cannot cope with is that check's error. */
export function judgeAll(policy: Policy, context: Known<Context>): Judged[] {
  const ids = enabledChecks(policy);
  const judged: Judged[] = [];
  const waivers = context.known ? attempt(() => standingWaivers(context.value), []) : [];
  for (const id of ids) {
    if (id === "waivers.valid") continue;
    const judgement = judgeOne(context, JUDGES[id]);
    judged.push(coverWithWaivers(judgedBy(policy, id, judgement), waivers));
  }
  if (ids.includes("waivers.valid")) {
    const judgement = judgeOne(context, (known) => waiversValid(known, judged, waivers));
    judged.push(coverWithWaivers(judgedBy(policy, "waivers.valid", judgement), waivers));
  }
  return judged;
}

function judgedBy(policy: Policy, id: PolicyCheckId, judgement: Judgement): Judged {
  const { blocking, waivable } = policy.checks[id];
  return {
    id,
    title: CHECK_TITLES[id],
    blocking,
    waivable: waivable && !policy.disallowWaivers,
    judgement,
    uncovered: judgement.parts,
    waiverIds: [],
  };
}

function judgeOne(context: Known<Context>, judge: (context: Context) => Judgement): Judgement {
  if (!context.known) return unjudged(context);
  const failed = () => unjudged(noFact("error", "the evidence could not be judged"));
  return attempt(() => judge(context.value), failed());
}

/** Facts of any shape must end in an answer, never in an exception that a caller could take for "no objection". */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

function unjudged(unknown: Unknown): Judgement {
  const cure = { key: "facts", action: `Mend the facts: ${unknown.reason}`, owner: "admin", people: [] };
  return notKnown({ threshold: null, unit: null, owner: "admin" }, unknown, cure);
}
