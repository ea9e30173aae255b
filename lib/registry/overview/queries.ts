import { and, asc, desc, eq, gt, isNull, lte } from "drizzle-orm";
import { environment, service } from "@/db/schema/catalog";
import { waiver } from "@/db/schema/decision";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { byUrgency } from "@/lib/core/rehearsal/agenda";
import { verdictMaxAgeHours } from "../gate/verdict-age";
import { read } from "../read";
import { type FreshnessCell, freshnessByService } from "../rehearsal/freshness";
import { type ReleaseSummary, selectSummaries, toSummary } from "../release/summary";
import { EXPIRING_DAYS, type WaiverSummary, waiverRows, waiverSummary } from "../waiver/queries";

const SOON_MS = EXPIRING_DAYS * 86_400_000;
const MOST_WAIVERS = 50;

/** Waivers in force that expire within a week on what can still ship, the next one first. */
export async function expiringWaivers(actor: Actor): Promise<{ waivers: WaiverSummary[]; now: string }> {
  return read(actor, async (tx, now) => {
    const soon = new Date(now.getTime() + SOON_MS);
    const inForce = and(isNull(waiver.revokedAt), isNull(waiver.supersededById), gt(waiver.expiresAt, now));
    const rows = await waiverRows(tx, actor, and(inForce, lte(waiver.expiresAt, soon), isNull(release.endedAt)))
      .orderBy(asc(waiver.expiresAt), asc(waiver.id))
      .limit(MOST_WAIVERS);
    return { waivers: rows.map((row) => waiverSummary(row, now)), now: now.toISOString() };
  });
}

export type VerdictMatrix = {
  environments: { slug: string; name: string }[];
  services: { slug: string; name: string; cells: (ReleaseSummary | null)[] }[];
  now: string;
};

/** The newest release of each service in each environment; a service without any is there with empty cells. */
export async function latestVerdicts(actor: Actor): Promise<VerdictMatrix> {
  return read(actor, async (tx, now) => {
    const maxAgeHours = await verdictMaxAgeHours(tx, actor.tenantId);
    const tenantIs = eq(release.tenantId, actor.tenantId);
    const newest = tx
      .selectDistinctOn([release.serviceId, release.environmentId], { id: release.id })
      .from(release)
      .where(tenantIs)
      .orderBy(release.serviceId, release.environmentId, desc(release.createdAt), desc(release.id))
      .as("newest");
    const rows = await selectSummaries(tx).innerJoin(newest, eq(newest.id, release.id)).where(tenantIs);
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
      const row = rows.find((each) => each.service.slug === serviceSlug && each.environment.slug === environmentSlug);
      return row ? toSummary(row, maxAgeHours, now) : null;
    };
    return {
      environments,
      services: services.map((each) => ({ ...each, cells: environments.map(({ slug }) => cellOf(each.slug, slug)) })),
      now: now.toISOString(),
    };
  });
}

export type RehearsalNeed = FreshnessCell & { service: string; serviceName: string };

/** Rehearsals due soon, overdue, failed or never done, where there was a release or is a programme, if the policy asks. */
export async function rehearsalNeeds(actor: Actor): Promise<{ needs: RehearsalNeed[]; now: string }> {
  const [freshness, released] = await Promise.all([freshnessByService(actor), releasedPlaces(actor)]);
  const { services, required, now } = freshness;
  const needs = services.flatMap(({ slug, name, cells }) =>
    cells
      .filter(({ indicator }) => indicator.word !== "fresh")
      .filter(({ programme, environment: place }) => programme !== null || released.has(`${slug} ${place}`))
      .map((cell) => ({ ...cell, service: slug, serviceName: name })),
  );
  return { needs: required ? needs.toSorted(inOrder) : [], now };
}

/** Pairs of service and environment that ever had a release; elsewhere there is nothing to roll back. */
async function releasedPlaces(actor: Actor): Promise<Set<string>> {
  return read(actor, async (tx) => {
    const rows = await tx
      .selectDistinct({ service: service.slug, environment: environment.slug })
      .from(release)
      .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
      .innerJoin(
        environment,
        and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)),
      )
      .where(eq(release.tenantId, actor.tenantId));
    return new Set(rows.map((row) => `${row.service} ${row.environment}`));
  });
}

const inOrder = (one: RehearsalNeed, other: RehearsalNeed): number =>
  byUrgency(one.indicator, other.indicator) || one.service.localeCompare(other.service);
