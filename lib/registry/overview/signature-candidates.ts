import { and, desc, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { approvalRule, environment, service } from "@/db/schema/catalog";
import { signature } from "@/db/schema/decision";
import { manifest, release } from "@/db/schema/release";
import type { PersonActor, Role } from "@/lib/core/access";
import type { SigningFacts } from "@/lib/core/approval/state";
import type { Facts } from "@/lib/core/gate/facts";
import { type StandingVerdict, standingVerdict } from "@/lib/core/gate/standing";
import { manifestContent } from "@/lib/core/manifest/schema";
import { partyOf } from "../actor-columns";
import { approvalFactsOf } from "../gate/approval-facts";
import { submitters } from "../gate/submitters";
import { verdictMaxAgeHours } from "../gate/verdict-age";

/** Of so many open releases, the newest, it is said who has to sign. */
const MOST_CANDIDATES = 100;

export type SignatureCandidate = {
  releaseId: string;
  service: string;
  environment: string;
  version: string;
  approvalsRequestedAt: Date | null;
  manifestAt: Date;
  verdict: StandingVerdict;
  facts: SigningFacts & Pick<Facts, "requiredRoles">;
};

/** `roles` null: the approval matrix has no say. */
type Reader = { actor: PersonActor; roles: Role[] | null };

/**
 * Open releases whose manifest the reader has not signed, with the facts by which signatures are judged; in as many
 * queries for all of them as for one. Places where none of the reader's roles ever signs are left out.
 */
export async function signatureCandidates(tx: Tx, reader: Reader, at: Date): Promise<SignatureCandidate[]> {
  const { tenantId } = reader.actor;
  const rows = await openAndUnsigned(tx, reader);
  const releaseIds = rows.map((row) => row.release.id);
  const factsOf = await approvalFactsOf(tx, tenantId, rows.map(subjectOf), at);
  const scorecards = await submitters(tx, tenantId, "scorecard", releaseIds);
  const metrics = await submitters(tx, tenantId, "metrics_snapshot", releaseIds);
  const maxAgeHours = await verdictMaxAgeHours(tx, tenantId);
  return rows.map((row): SignatureCandidate => {
    const { id: releaseId, version, approvalsRequestedAt } = row.release;
    const { digest, createdAt: manifestAt } = row.manifest;
    const content = manifestContent.parse(row.manifest.content);
    const facts = {
      ...factsOf(subjectOf(row)),
      release: { createdBy: partyOf(row.release) },
      manifest: { state: "found" as const, value: { digest, content, submittedBy: partyOf(row.manifest) } },
      scorecard: scorecards(releaseId),
      metrics: metrics(releaseId),
    };
    const named = { service: row.service, environment: row.environment, version };
    const verdict = standingVerdict(lastDecisionOf(row.release), row.release.stage, maxAgeHours, at);
    return { releaseId, ...named, approvalsRequestedAt, manifestAt, verdict, facts };
  });
}

function lastDecisionOf({ lastVerdict: verdict, lastDecidedAt: at }: Row["release"]) {
  return verdict && at ? { verdict, at } : null;
}

type Row = Awaited<ReturnType<typeof openAndUnsigned>>[number];

const subjectOf = (row: Row) => ({
  releaseId: row.release.id,
  serviceId: row.release.serviceId,
  environmentId: row.release.environmentId,
  manifestId: row.manifest.id,
});

async function openAndUnsigned(tx: Tx, { actor, roles }: Reader) {
  const newest = sql`(select newest.id from manifest newest where newest.tenant_id = ${release.tenantId}
    and newest.release_id = ${release.id} order by newest.revision desc limit 1)`;
  const own = tx
    .select({ id: signature.id })
    .from(signature)
    .where(
      and(
        eq(signature.tenantId, release.tenantId),
        eq(signature.manifestId, manifest.id),
        eq(signature.personId, actor.id),
        isNull(signature.withdrawnAt),
      ),
    );
  return tx
    .select({ release, service: service.slug, environment: environment.slug, manifest })
    .from(release)
    .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
    .innerJoin(environment, and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)))
    .innerJoin(manifest, and(eq(manifest.tenantId, release.tenantId), eq(manifest.id, newest)))
    .where(
      and(
        eq(release.tenantId, actor.tenantId),
        isNull(release.settledAt),
        roles ? inArray(release.environmentId, placesOf(tx, actor, roles)) : undefined,
        notExists(own),
      ),
    )
    .orderBy(desc(release.createdAt), desc(release.id))
    .limit(MOST_CANDIDATES);
}

/** Environments whose matrix has ever named one of these roles: which rule holds where, the core says. */
function placesOf(tx: Tx, { tenantId }: PersonActor, roles: readonly Role[]) {
  return tx
    .select({ id: approvalRule.environmentId })
    .from(approvalRule)
    .where(and(eq(approvalRule.tenantId, tenantId), inArray(approvalRule.role, [...roles])));
}
