import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { verdictMaxAgeHours } from "../gate/verdict-age";
import { read } from "../read";
import { type ReleaseSummary, type SummaryRow, selectSummaries, toSummary } from "../release/summary";
import { newestReleases } from "./newest-releases";

export type VerdictMatrix = {
  environments: { slug: string; name: string }[];
  services: { slug: string; name: string; cells: (ReleaseSummary | null)[] }[];
  now: string;
};

/** The newest release of each service in each environment; a service without any is there with empty cells. */
export async function latestVerdicts(actor: Actor): Promise<VerdictMatrix> {
  return read(actor, async (tx, now) => {
    const maxAgeHours = await verdictMaxAgeHours(tx, actor.tenantId);
    const newest = await newestReleases(tx, actor.tenantId);
    const rows = await summariesOf(
      tx,
      actor.tenantId,
      newest.map(({ id }) => id),
    );
    const byPlace = new Map(rows.map((row) => [placeKey(row.service.slug, row.environment.slug), row]));
    const environments = await tx
      .select({ slug: environment.slug, name: environment.name })
      .from(environment)
      .where(eq(environment.tenantId, actor.tenantId))
      .orderBy(asc(environment.position));
    const services = await tx
      .select({ slug: service.slug, name: service.name })
      .from(service)
      .where(eq(service.tenantId, actor.tenantId))
      .orderBy(asc(service.name));
    const cellOf = (serviceSlug: string, environmentSlug: string) => {
      const row = byPlace.get(placeKey(serviceSlug, environmentSlug));
      return row ? toSummary(row, maxAgeHours, now) : null;
    };
    return {
      environments,
      services: services.map((each) => ({ ...each, cells: environments.map(({ slug }) => cellOf(each.slug, slug)) })),
      now: now.toISOString(),
    };
  });
}

const placeKey = (serviceSlug: string, environmentSlug: string): string => `${serviceSlug} ${environmentSlug}`;

async function summariesOf(tx: Tx, tenantId: string, ids: string[]): Promise<SummaryRow[]> {
  if (ids.length === 0) return [];
  return selectSummaries(tx).where(and(eq(release.tenantId, tenantId), inArray(release.id, ids)));
}
