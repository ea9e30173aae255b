import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/core/access";
import type { StandingVerdict } from "@/lib/core/gate/standing";
import { type Onboarding, onboardingOf } from "@/lib/core/onboarding/progress";
import { read } from "../read";

export type OnboardingView = Onboarding & {
  /** The tenant's first service, to make its token and commands for. */
  service: { id: string; slug: string } | null;
  environment: string | null;
  hasToken: boolean;
  /** The release that the gate was asked about last. */
  asked: { releaseId: string; verdict: StandingVerdict } | null;
  hasRelease: boolean;
};

type Row = {
  service: { id: string; slug: string } | null;
  environment: string | null;
  has_token: boolean;
  has_scorecard: boolean;
  has_release: boolean;
  has_manifest: boolean;
  decisions: number;
  asked: { releaseId: string; verdict: StandingVerdict } | null;
};

/** How far a tenant is with its first steps, told by its records. One query, whatever the tenant has. */
export async function onboardingView(actor: Actor): Promise<OnboardingView> {
  const { tenantId } = actor;
  return read(actor, async (tx, now) => {
    const {
      rows: [row],
    } = await tx.execute<Row>(sql`select
      (select json_build_object('id', id, 'slug', slug) from service where tenant_id = ${tenantId}
        order by created_at, id limit 1) as service,
      (select slug from environment where tenant_id = ${tenantId} order by position, slug limit 1) as environment,
      exists (select from api_token where tenant_id = ${tenantId} and revoked_at is null
        and expires_at > ${now.toISOString()}::timestamptz) as has_token,
      exists (select from scorecard where tenant_id = ${tenantId}) as has_scorecard,
      exists (select from release where tenant_id = ${tenantId}) as has_release,
      exists (select from manifest where tenant_id = ${tenantId}) as has_manifest,
      (select count(*)::int from (select from decision where tenant_id = ${tenantId} limit 2) few) as decisions,
      (select json_build_object('releaseId', release_id, 'verdict', verdict) from decision
        where tenant_id = ${tenantId} limit 1) as asked`);
    if (!row) throw new Error("a query without a condition gives one row");
    const { service, environment } = row;
    const facts = {
      ...{ hasService: service !== null, hasToken: row.has_token, hasScorecard: row.has_scorecard },
      ...{ decisions: row.decisions, hasManifest: row.has_manifest },
    };
    return {
      ...onboardingOf(facts),
      ...{ service, environment, hasToken: row.has_token, asked: row.asked, hasRelease: row.has_release },
    };
  });
}
