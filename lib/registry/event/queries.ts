import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { readinessEvent } from "@/db/schema/event";
import type { Actor } from "@/lib/core/access";
import { EVENT_NAMES, type EventName, SUITE_FAILED, type SuiteFailedData } from "@/lib/core/event/suite-failed";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";
import { isRecordId } from "../record-id";

export type ReadinessEvent = {
  id: string;
  name: EventName;
  at: string;
  service: string;
  environment: string;
  /** Who has to act: the scorecard's owner, else the service's. */
  owner: string;
  scorecardId: string;
  data: SuiteFailedData;
};

const PAGE_SIZE = 50;
const LARGEST_PAGE = 200;

/** Events, newest first, within a token's reach. */
export async function listEvents(
  actor: Actor,
  { name }: { name?: EventName },
  page: PageRequest & { size?: number } = {},
): Promise<Page<ReadinessEvent>> {
  return read(actor, async (tx) => {
    const size = Math.min(page.size ?? PAGE_SIZE, LARGEST_PAGE);
    const plan = planPage<Row>(
      page,
      { at: readinessEvent.at, id: readinessEvent.id, order: "descending", size },
      ({ event }) => event,
    );
    const rows = await eventRows(
      tx,
      actor,
      and(inArray(readinessEvent.name, name ? [name] : [...EVENT_NAMES]), plan.where),
    )
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const found = plan.pageOf(rows);
    return { ...found, items: found.items.map(eventOf) };
  });
}

/** The suites of a scorecard that failed, as it was told when it came, in its order; empty for an unknown id. */
export async function suiteFailures(actor: Actor, scorecardId: string): Promise<ReadinessEvent[]> {
  if (!isRecordId(scorecardId)) return [];
  return read(actor, async (tx) => {
    const about = and(eq(readinessEvent.subjectId, scorecardId), eq(readinessEvent.name, SUITE_FAILED));
    const rows = await eventRows(tx, actor, about).orderBy(readinessEvent.id);
    return rows.map(eventOf);
  });
}

function eventRows(tx: Tx, actor: Actor, where: SQL | undefined) {
  const token = actor.kind === "token" ? actor : null;
  return tx
    .select({ event: readinessEvent, service: service.slug, environment: environment.slug })
    .from(readinessEvent)
    .innerJoin(service, and(eq(service.tenantId, readinessEvent.tenantId), eq(service.id, readinessEvent.serviceId)))
    .innerJoin(
      environment,
      and(eq(environment.tenantId, readinessEvent.tenantId), eq(environment.id, readinessEvent.environmentId)),
    )
    .where(
      and(
        eq(readinessEvent.tenantId, actor.tenantId),
        token?.serviceId ? eq(readinessEvent.serviceId, token.serviceId) : undefined,
        token?.environmentId ? eq(readinessEvent.environmentId, token.environmentId) : undefined,
        where,
      ),
    );
}
type Row = Awaited<ReturnType<typeof eventRows>>[number];

function eventOf({ event, service: slug, environment: place }: Row): ReadinessEvent {
  const { id, at, owner, subjectId } = event;
  const data = event.data as SuiteFailedData;
  return {
    id,
    name: SUITE_FAILED,
    at: at.toISOString(),
    service: slug,
    environment: place,
    owner,
    scorecardId: subjectId,
    data,
  };
}
