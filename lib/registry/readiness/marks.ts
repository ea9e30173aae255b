import { and, desc, eq, gte, inArray, lt } from "drizzle-orm";
import { incident } from "@/db/schema/incident";
import { release } from "@/db/schema/release";
import { incidentReference } from "@/lib/core/incident/model";
import { affectsService } from "../incident/summary";
import { type Asked, productionOf } from "./asked";
import type { TrendMark } from "./view";

const MOST_MARKS = 200;

/** Rollouts to production and incidents of a service in the period, the newest ones, in the order of time. */
export async function trendMarks(asked: Asked, service: { id: string; slug: string }): Promise<TrendMark[]> {
  const marks = [...(await rollouts(asked, service.id)), ...(await incidents(asked, service.slug))];
  return marks.toSorted((one, other) => one.at.localeCompare(other.at)).slice(-MOST_MARKS);
}

async function rollouts(asked: Asked, serviceId: string): Promise<TrendMark[]> {
  const { tx, tenantId, spans } = asked;
  const { environmentIds } = await productionOf(asked);
  const rows = await tx
    .select({ id: release.id, version: release.version, at: release.releasedAt })
    .from(release)
    .where(
      and(
        eq(release.tenantId, tenantId),
        eq(release.serviceId, serviceId),
        inArray(release.environmentId, environmentIds),
        gte(release.releasedAt, spans[0].from),
        lt(release.releasedAt, spans[0].until),
      ),
    )
    .orderBy(desc(release.releasedAt), desc(release.id))
    .limit(MOST_MARKS);
  return rows.flatMap(({ id, version, at }) =>
    at ? [{ at: at.toISOString(), kind: "release" as const, label: version, href: `/releases/${id}` }] : [],
  );
}

async function incidents({ tx, tenantId, spans }: Asked, slug: string): Promise<TrendMark[]> {
  const rows = await tx
    .select({
      id: incident.id,
      number: incident.number,
      title: incident.title,
      at: incident.declaredAt,
      state: incident.state,
    })
    .from(incident)
    .where(
      and(
        eq(incident.tenantId, tenantId),
        gte(incident.declaredAt, spans[0].from),
        lt(incident.declaredAt, spans[0].until),
        affectsService(slug),
      ),
    )
    .orderBy(desc(incident.declaredAt), desc(incident.id))
    .limit(MOST_MARKS);
  return rows
    .filter(({ state }) => state !== "merged")
    .map(({ id, number, title, at }) => ({
      ...{ at: at.toISOString(), kind: "incident" as const },
      ...{ label: `${incidentReference(number)} ${title}`, href: `/incidents/${id}` },
    }));
}
