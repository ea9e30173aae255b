import { can, type PersonActor, type Role, rolesWith } from "@/lib/core/access";
import { releaseParties } from "@/lib/core/approval/parties";
import { type Authority, signingStanding } from "@/lib/core/approval/standing";
import type { ApprovalState } from "@/lib/core/approval/state";
import type { Facts } from "@/lib/core/gate/facts";
import type { OpenFindings } from "@/lib/core/gate/open-findings";
import type { Policy } from "@/lib/core/policy/model";
import { grantBar } from "@/lib/core/waiver/grant";

/** Whether the reader may sign, in which roles and for whom (what helps now first), and why not in others. */
export type SigningView = { bar: string | null; authorities: Authority[]; notes: string[] };
/** What the reader can do about `checks`: grant a waiver, or ask for one. `bar` says why an approver cannot grant. */
export type WaivingView = {
  checks: OpenFindings[];
  mayGrant: boolean;
  mayRequest: boolean;
  bar: string | null;
  maxDays: number;
};

const ENDED = "This release has ended; it can no longer be changed.";

const NOTHING = { authorities: [], notes: [] };

export function signingView(context: {
  actor: PersonActor;
  facts: Facts;
  required: Role[];
  approvals: ApprovalState;
  isEnded: boolean;
}): SigningView {
  const { actor, facts, required, approvals, isEnded } = context;
  if (isEnded) return { ...NOTHING, bar: ENDED };
  if (facts.manifest.state !== "found") return { ...NOTHING, bar: "There is no manifest to sign yet." };
  const { id: personId, name, email } = actor;
  const known = facts.approvers.find((each) => each.personId === personId) ?? { personId, name, email, roles: [] };
  const standing = signingStanding(facts, required, known);
  const helps = ({ role, onBehalfOf }: Authority) =>
    approvals.missing.some(
      (each) =>
        each.role === role &&
        each.candidates.some(
          (candidate) => candidate.personId === personId && candidate.onBehalfOf?.personId === onBehalfOf?.personId,
        ),
    );
  const authorities = standing.authorities.toSorted((one, other) => Number(helps(other)) - Number(helps(one)));
  const notes = standing.barred.map(({ bar }) => bar);
  if (standing.bar) return { bar: standing.bar, authorities, notes };
  if (!can(actor, "release:sign")) {
    const bar = `Your roles may not sign releases. It takes ${rolesWith("release:sign").join(" or ")}.`;
    return { bar, authorities, notes };
  }
  return { bar: null, authorities, notes };
}

export function waivingView(context: {
  actor: PersonActor;
  facts: Facts;
  policy: Policy | null;
  isEnded: boolean;
  open: OpenFindings[];
}): WaivingView {
  const { actor, facts, policy, isEnded, open } = context;
  const view = (may: Partial<WaivingView>): WaivingView => ({
    checks: open,
    mayGrant: false,
    mayRequest: false,
    bar: null,
    maxDays: policy?.maxWaiverDays ?? 0,
    ...may,
  });
  const mayAsk = can(actor, "waiver:request");
  if (open.length === 0 || !(mayAsk || can(actor, "waiver:grant"))) return view({ checks: [] });
  if (isEnded) return view({ checks: [], bar: ENDED });
  const bar = grantBar({ policy, granter: actor, parties: releaseParties(facts) });
  if (bar === null && can(actor, "waiver:grant")) return view({ mayGrant: true });
  return view({ mayRequest: mayAsk, bar: can(actor, "waiver:grant") && bar ? `${bar}.` : null });
}
