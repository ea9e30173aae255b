import { and, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { signature } from "@/db/schema/decision";
import type { Actor, PersonActor, Role } from "@/lib/core/access";
import { approvalRoles } from "@/lib/core/approval/sign";
import { type ApprovalState, approvalState } from "@/lib/core/approval/state";
import { evaluateGate } from "@/lib/core/gate/evaluate";
import type { Facts } from "@/lib/core/gate/facts";
import { openFindings } from "@/lib/core/gate/open-findings";
import { blockingRejections } from "@/lib/core/gate/rejections";
import type { Verdict } from "@/lib/core/gate/verdict";
import type { Policy } from "@/lib/core/policy/model";
import { gateFacts } from "../gate-facts";
import { read } from "../read";
import type { FoundRelease } from "../release/find";
import { findReleaseByText } from "../release/find-by-text";
import { openRequestsOf, type RequestSummary } from "../waiver/request-queries";
import { type FreezeView, freezeViews } from "./freeze-view";
import { policyInForce } from "./policy";
import { type SigningView, signingView, type WaivingView, waivingView } from "./reader-view";

export type LiveVerdict = { verdict: Verdict; evaluatedAt: string };

type Judged = LiveVerdict & { found: FoundRelease; facts: Facts; policy: Policy | null; now: Date };

async function judge(tx: Tx, actor: Actor, releaseId: string, now: Date): Promise<Judged> {
  const found = await findReleaseByText(tx, actor, releaseId);
  const inForce = await policyInForce(tx, actor.tenantId);
  const facts = await gateFacts(tx, actor, found, now);
  const policy = inForce?.policy ?? null;
  return { found, facts, policy, now, verdict: evaluateGate(policy, facts, now), evaluatedAt: now.toISOString() };
}

export type Preview = LiveVerdict & {
  /** Signed rejections that block: waiting mends none of them. */
  rejections: { name: string; role: Role; reason: string | null; signedAt: string }[];
  /** When the release ended; one that has ended is judged no more. */
  endedAt: string | null;
};

/** What the gate says at this moment, stored nowhere: nothing ships on it. */
export async function liveVerdict(actor: Actor, releaseId: string): Promise<Preview> {
  return read(actor, async (tx, now) => {
    const { verdict, evaluatedAt, policy, facts, found } = await judge(tx, actor, releaseId, now);
    const rejections = blockingRejections(policy, facts, verdict).map(({ personId: _, ...told }) => told);
    return { verdict, evaluatedAt, rejections, endedAt: found.release.endedAt?.toISOString() ?? null };
  });
}

export type MySignature = {
  id: string;
  decision: "approve" | "reject";
  role: Role;
  onBehalfOf: string | null;
  signedAt: string;
};
export type WaiverInUse = { id: string; grantedBy: string; expiresAt: string; finding: string | null };
export type ReleaseGate = LiveVerdict & {
  approvals: ApprovalState;
  /** Of the current manifest revision. */
  mySignature: MySignature | null;
  signing: SigningView;
  waiving: WaivingView;
  /** Waivers that somebody has asked for and nobody has decided on yet. */
  waiverRequests: RequestSummary[];
  /** The waivers that the verdict names. */
  waiversInUse: WaiverInUse[];
  freezes: FreezeView[];
};

/** The live verdict with all that the release page says about signing and waiving it, judged at one instant. */
export async function releaseGate(actor: PersonActor, releaseId: string): Promise<ReleaseGate> {
  return read(actor, async (tx, now) => {
    const judged = await judge(tx, actor, releaseId, now);
    const { found, facts, policy, verdict, evaluatedAt } = judged;
    const required = approvalRoles(policy, facts);
    const approvals = approvalState(facts, required);
    const isEnded = found.release.endedAt !== null;
    return {
      verdict,
      evaluatedAt,
      approvals,
      mySignature: await standingSignature(tx, actor, facts),
      signing: signingView({ actor, facts, required, approvals, isEnded }),
      waiving: waivingView({ actor, facts, policy, isEnded, open: openFindings(policy, facts, now) }),
      waiverRequests: isEnded ? [] : await openRequestsOf(tx, actor, found.release.id, now),
      waiversInUse: waiversInUse(verdict, facts),
      freezes: freezeViews(facts, actor, isEnded, now),
    };
  });
}

async function standingSignature(tx: Tx, actor: PersonActor, { manifest }: Facts): Promise<MySignature | null> {
  if (manifest.state !== "found" || !manifest.value.id) return null;
  const [row] = await tx
    .select()
    .from(signature)
    .where(
      and(
        eq(signature.tenantId, actor.tenantId),
        eq(signature.manifestId, manifest.value.id),
        eq(signature.personId, actor.id),
        isNull(signature.withdrawnAt),
      ),
    )
    .orderBy(desc(signature.signedAt))
    .limit(1);
  if (!row) return null;
  const { id, decision, role, onBehalfOfName, signedAt } = row;
  return { id, decision, role, onBehalfOf: onBehalfOfName, signedAt: signedAt.toISOString() };
}

function waiversInUse(verdict: Verdict, facts: Facts): WaiverInUse[] {
  const named = new Set(verdict.checks.flatMap(({ waiverIds }) => waiverIds));
  const waivers = facts.waivers.state === "found" ? facts.waivers.value : [];
  return waivers
    .filter(({ id }) => named.has(id))
    .map(({ id, grantedBy, expiresAt, finding }) => ({ id, grantedBy: grantedBy.name, expiresAt, finding }));
}
