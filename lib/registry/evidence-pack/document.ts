import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tenant } from "@/db/schema/tenant";
import type { Actor } from "@/lib/core/access";
import { checklist } from "@/lib/core/checklist/checklist";
import { type EvidencePack, PACK_KIND, PACK_VERSION, type PackedRelease } from "@/lib/core/evidence-pack/model";
import { checklistFacts } from "../checklist/facts";
import { shippedOf } from "../post-release/shipped";
import type { FoundRelease } from "../release/find";
import { rehearsalPart, scorecardPart } from "./evidence-part";
import { incidentsPart } from "./incidents-part";
import { decisionsPart, waiversPart } from "./judged-part";
import { confirmationsIn, ledgerPart } from "./ledger-part";
import { rolloutPart } from "./rollout-part";
import { manifestsPart, signaturesPart } from "./signed-part";

/** A pipeline may ask the gate every minute; more than these would bury what matters. The ledger has them all. */
const MOST_DECISIONS = 100;

/**
 * Puts together everything that is on record of a release at `now`; `withProofs`, with the audit path of each ledger
 * entry, for which every leaf of the ledger is read.
 */
export async function evidencePack(
  tx: Tx,
  actor: Actor,
  found: FoundRelease,
  { now, withProofs }: { now: Date; withProofs: boolean },
): Promise<EvidencePack> {
  const { release } = found;
  const shipped = await shippedOf(tx, actor, found);
  const judged = await decisionsPart(tx, release, MOST_DECISIONS);
  const deciding = judged.decisions.find(({ id }) => id === shipped.decision?.id);
  const waivers = await waiversPart(tx, release, judged.decisions);
  const rehearsal = await rehearsalPart(tx, release, deciding, now);
  const scorecard = await scorecardPart(tx, release, deciding);
  const evidence = [rehearsal?.id, scorecard?.id, ...waivers.map(({ id }) => id)].filter((id) => id !== undefined);
  const { ledger, leftOut } = await ledgerPart(tx, actor, [release.id, ...evidence], {
    mostDecisions: MOST_DECISIONS,
    withProofs,
  });
  return {
    kind: PACK_KIND,
    version: PACK_VERSION,
    generated_at: now.toISOString(),
    generated_by: { kind: actor.kind, name: actor.name },
    tenant: await tenantPart(tx, actor),
    release: releasePart(found),
    manifest_id: shipped.manifest?.id ?? null,
    manifests: await manifestsPart(tx, release),
    signatures: await signaturesPart(tx, release, confirmationsIn(ledger.entries)),
    decision_id: deciding?.id ?? null,
    decisions: judged.decisions,
    waivers,
    rehearsal,
    scorecard,
    ...(await rolloutPart(tx, release)),
    incidents: await incidentsPart(tx, actor, release.id),
    checklist: checklist(await checklistFacts(tx, actor, found, now)),
    ledger,
    left_out: { decisions: judged.leftOut, ledger_entries: leftOut },
  };
}

const releasePart = ({ release, service, environment }: FoundRelease): PackedRelease => ({
  id: release.id,
  service: service.slug,
  service_name: service.name,
  environment: environment.slug,
  environment_name: environment.name,
  version: release.version,
  commit: release.commit,
  created_at: release.createdAt.toISOString(),
  created_by: release.byName,
  stage: release.stage,
  stage_status: release.stageStatus,
  released_at: release.releasedAt?.toISOString() ?? null,
  ended_at: release.endedAt?.toISOString() ?? null,
  rolled_back_to: release.rolledBackTo,
  lead_time_seconds: release.leadTimeSeconds,
  by_break_glass: release.breakGlassId !== null,
});

async function tenantPart(tx: Tx, { tenantId }: Actor): Promise<EvidencePack["tenant"]> {
  const [row] = await tx
    .select({ name: tenant.name, sample: tenant.sample })
    .from(tenant)
    .where(eq(tenant.id, tenantId));
  return { name: row?.name ?? "", sample: row?.sample ?? false };
}
