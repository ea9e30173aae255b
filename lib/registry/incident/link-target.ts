import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { decision, waiver } from "@/db/schema/decision";
import { deployment } from "@/db/schema/deployment";
import { rehearsal, scorecard } from "@/db/schema/evidence";
import { incident } from "@/db/schema/incident";
import { manifest, release } from "@/db/schema/release";
import { invalid } from "@/lib/core/errors";
import { incidentReference, type LinkKind } from "@/lib/core/incident/model";

export type RecordKind = Exclude<LinkKind, "url">;
type Key = { tenantId: string; id: string };
type Find = (tx: Tx, key: Key) => Promise<string | null>;

const first = <T>(rows: T[]): T | null => rows[0] ?? null;

/** The name of each kind of record by its id, within the tenant; null where there is none. */
const NAMES: Record<RecordKind, Find> = {
  release: releaseName,
  async scorecard(tx, { tenantId, id }) {
    const row = first(
      await tx
        .select({ run: scorecard.runId, slug: service.slug })
        .from(scorecard)
        .innerJoin(service, and(eq(service.tenantId, scorecard.tenantId), eq(service.id, scorecard.serviceId)))
        .where(and(eq(scorecard.tenantId, tenantId), eq(scorecard.id, id))),
    );
    return row && `${row.slug}, run ${row.run}`;
  },
  async manifest(tx, { tenantId, id }) {
    const row = first(
      await tx
        .select({ revision: manifest.revision, releaseId: manifest.releaseId })
        .from(manifest)
        .where(and(eq(manifest.tenantId, tenantId), eq(manifest.id, id))),
    );
    return row && `Revision ${row.revision} of ${await releaseName(tx, { tenantId, id: row.releaseId })}`;
  },
  async decision(tx, { tenantId, id }) {
    const row = first(
      await tx
        .select({ at: decision.decidedAt, releaseId: decision.releaseId })
        .from(decision)
        .where(and(eq(decision.tenantId, tenantId), eq(decision.id, id))),
    );
    return row && `On ${await releaseName(tx, { tenantId, id: row.releaseId })}, ${dayOf(row.at)}`;
  },
  async waiver(tx, { tenantId, id }) {
    const row = first(
      await tx
        .select({ check: waiver.checkId, slug: service.slug })
        .from(waiver)
        .innerJoin(service, and(eq(service.tenantId, waiver.tenantId), eq(service.id, waiver.serviceId)))
        .where(and(eq(waiver.tenantId, tenantId), eq(waiver.id, id))),
    );
    return row && `${row.check} on ${row.slug}`;
  },
  async rehearsal(tx, { tenantId, id }) {
    const row = first(
      await tx
        .select({ at: rehearsal.finishedAt, outcome: rehearsal.outcome, slug: service.slug })
        .from(rehearsal)
        .innerJoin(service, and(eq(service.tenantId, rehearsal.tenantId), eq(service.id, rehearsal.serviceId)))
        .where(and(eq(rehearsal.tenantId, tenantId), eq(rehearsal.id, id))),
    );
    return row && `Rollback of ${row.slug}, ${row.outcome} ${dayOf(row.at)}`;
  },
  async deployment(tx, { tenantId, id }) {
    const row = first(
      await tx
        .select({ version: deployment.version, at: deployment.deployedAt, slug: service.slug })
        .from(deployment)
        .innerJoin(service, and(eq(service.tenantId, deployment.tenantId), eq(service.id, deployment.serviceId)))
        .where(and(eq(deployment.tenantId, tenantId), eq(deployment.id, id))),
    );
    return row && `${row.slug}${row.version ? ` ${row.version}` : ""}, ${dayOf(row.at)}`;
  },
  async incident(tx, { tenantId, id }) {
    const row = first(
      await tx
        .select({ number: incident.number, title: incident.title })
        .from(incident)
        .where(and(eq(incident.tenantId, tenantId), eq(incident.id, id))),
    );
    return row && `${incidentReference(row.number)} ${row.title}`;
  },
};

async function releaseName(tx: Tx, { tenantId, id }: Key): Promise<string | null> {
  const row = first(
    await tx
      .select({ version: release.version, slug: service.slug, place: environment.slug })
      .from(release)
      .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
      .innerJoin(
        environment,
        and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)),
      )
      .where(and(eq(release.tenantId, tenantId), eq(release.id, id))),
  );
  return row && `${row.slug} ${row.version} (${row.place})`;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What a record that an incident is to be linked with is called, or `invalid` where the tenant has no such record. */
export async function linkTargetName(tx: Tx, tenantId: string, kind: RecordKind, id: string): Promise<string> {
  const name = await NAMES[kind](tx, { tenantId, id });
  if (!name) throw invalid("targetId", `there is no such ${kind}`);
  return name;
}
