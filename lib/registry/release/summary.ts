import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { release } from "@/db/schema/release";
import { type StandingVerdict, standingVerdict } from "@/lib/core/gate/standing";
import type { VerdictWord } from "@/lib/core/gate/verdict";
import type { Stage, StageStatus } from "@/lib/core/release/stages";
import type { ReleaseRow } from "./find";

/** A release as lists show it. `verdict` is what its last stored decision is still worth; `lastDecision` is the record. */
export type ReleaseSummary = {
  id: string;
  service: string;
  serviceName: string;
  environment: string;
  environmentName: string;
  version: string;
  commit: string;
  stage: Stage;
  stageStatus: StageStatus;
  createdAt: string;
  createdBy: string;
  endedAt: string | null;
  verdict: StandingVerdict;
  lastDecision: { id: string; verdict: VerdictWord; at: string } | null;
};

type Place = { slug: string; name: string };
export type SummaryRow = { release: ReleaseRow; service: Place; environment: Place };

/** Releases with the names of their service and environment; conditions and order are the caller's. */
export function selectSummaries(tx: Tx) {
  return tx
    .select({
      release,
      service: { slug: service.slug, name: service.name },
      environment: { slug: environment.slug, name: environment.name },
    })
    .from(release)
    .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
    .innerJoin(environment, and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)))
    .$dynamic();
}

/** `maxAgeHours` is how old a scorecard may be, which is how long a go lasts. */
export function toSummary(row: SummaryRow, maxAgeHours: number, now: Date): ReleaseSummary {
  const { release: it } = row;
  const last =
    it.lastVerdict && it.lastDecisionId && it.lastDecidedAt
      ? { id: it.lastDecisionId, verdict: it.lastVerdict, at: it.lastDecidedAt }
      : null;
  return {
    id: it.id,
    service: row.service.slug,
    serviceName: row.service.name,
    environment: row.environment.slug,
    environmentName: row.environment.name,
    version: it.version,
    commit: it.commit,
    stage: it.stage,
    stageStatus: it.stageStatus,
    createdAt: it.createdAt.toISOString(),
    createdBy: it.byName,
    endedAt: it.endedAt?.toISOString() ?? null,
    verdict: standingVerdict(last, it.stage, maxAgeHours, now),
    lastDecision: last && { ...last, at: last.at.toISOString() },
  };
}
