import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { verificationWindow } from "@/db/schema/post-release";
import { release } from "@/db/schema/release";
import { type StandingVerdict, standingVerdict } from "@/lib/core/gate/standing";
import type { VerdictWord } from "@/lib/core/gate/verdict";
import type { WindowState } from "@/lib/core/post-release/window";
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
  productionStartedAt: string | null;
  /** When its rollout succeeded; it stays when the release is rolled back. */
  releasedAt: string | null;
  leadTimeSeconds: number | null;
  /** Version that is in place again after a roll back, where it is known. */
  rolledBackTo: string | null;
  /** Of the window in which it is watched after its rollout; null before it. */
  verification: WindowState | null;
  verdict: StandingVerdict;
  /** It went into production past the gate, and is shown as that for ever. */
  byBreakGlass: boolean;
  lastDecision: { id: string; verdict: VerdictWord; at: string } | null;
};

type Place = { slug: string; name: string };
export type SummaryRow = {
  release: ReleaseRow;
  service: Place;
  environment: Place;
  verification: WindowState | null;
};

/** Releases with the names of their service and environment; conditions and order are the caller's. */
export function selectSummaries(tx: Tx) {
  return tx
    .select({
      release,
      service: { slug: service.slug, name: service.name },
      environment: { slug: environment.slug, name: environment.name },
      verification: verificationWindow.state,
    })
    .from(release)
    .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
    .innerJoin(environment, and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)))
    .leftJoin(
      verificationWindow,
      and(eq(verificationWindow.tenantId, release.tenantId), eq(verificationWindow.releaseId, release.id)),
    )
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
    productionStartedAt: it.productionStartedAt?.toISOString() ?? null,
    releasedAt: it.releasedAt?.toISOString() ?? null,
    leadTimeSeconds: it.leadTimeSeconds,
    rolledBackTo: it.rolledBackTo,
    verification: row.verification,
    verdict: standingVerdict(last, it.stage, maxAgeHours, now),
    byBreakGlass: it.breakGlassId !== null,
    lastDecision: last && { ...last, at: last.at.toISOString() },
  };
}
