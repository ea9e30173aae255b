import { can, type PersonActor, type Role, rolesWith } from "@/lib/core/access";
import { waivingBar } from "@/lib/core/approval/bar";
import { releaseParties } from "@/lib/core/approval/parties";
import { signingStanding } from "@/lib/core/approval/sign";
import type { ApprovalState } from "@/lib/core/approval/state";
import type { Facts } from "@/lib/core/gate/facts";
import type { OpenFindings } from "@/lib/core/gate/open-findings";
import type { Policy } from "@/lib/core/policy/model";

/** Whether the reader may sign, in which roles (those still missing first), and why not. */
export type SigningView = { bar: string | null; roles: Role[] };
/** `bar` null: the reader may waive `checks`. `hidden`: waiving is not the reader's business at all. */
export type WaivingView = { hidden: boolean; bar: string | null; checks: OpenFindings[]; maxDays: number };

const ENDED = "This release has ended; it can no longer be changed.";

export function signingView(context: {
  actor: PersonActor;
  facts: Facts;
  required: Role[];
  approvals: ApprovalState;
  isEnded: boolean;
}): SigningView {
  const { actor, facts, required, approvals, isEnded } = context;
  if (isEnded) return { bar: ENDED, roles: [] };
  if (facts.manifest.state !== "found") return { bar: "There is no manifest to sign yet.", roles: [] };
  const standing = signingStanding(facts, required, { ...actor, rolesNow: actor.roles });
  const isMissing = (role: Role) => approvals.missing.some((each) => each.role === role);
  const roles = standing.roles.toSorted((one, other) => Number(isMissing(other)) - Number(isMissing(one)));
  if (standing.bar) return { bar: standing.bar, roles };
  if (!can(actor, "release:sign")) {
    return { bar: `Your roles may not sign releases. It takes ${rolesWith("release:sign").join(" or ")}.`, roles };
  }
  return { bar: null, roles };
}

export function waivingView(context: {
  actor: PersonActor;
  facts: Facts;
  policy: Policy | null;
  isEnded: boolean;
  open: OpenFindings[];
}): WaivingView {
  const { actor, facts, policy, isEnded, open } = context;
  const view = (bar: string | null) => ({ hidden: false, bar, checks: open, maxDays: policy?.maxWaiverDays ?? 0 });
  if (!can(actor, "waiver:grant") || open.length === 0) return { ...view(null), hidden: true };
  if (isEnded) return view(ENDED);
  if (!policy?.waiverRoles.some((role) => actor.roles.includes(role))) {
    return view(`Granting a waiver needs ${policy?.waiverRoles.join(" or ") || "a gate policy"}.`);
  }
  const bar = waivingBar(actor, releaseParties(facts));
  return view(bar ? `${bar}, so somebody else has to grant a waiver.` : null);
}
