import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import { invalid } from "@/lib/core/errors";
import { type Period, type Span, USUAL_PERIOD } from "@/lib/core/period";
import { requireReach } from "../actor-columns";
import { requirePeriod } from "../period";
import { read } from "../read";
import type { ReadinessRequest } from "./view";

type Place = { id: string; slug: string; name: string };

/** A request with everything that it names looked up. */
export type Asked = {
  tx: Tx;
  actor: Actor;
  tenantId: string;
  now: Date;
  period: Period;
  /** The period and the one before it, as far as they are over: the later one first. */
  spans: readonly [Span, Span];
  service: Place | null;
  environment: (Place & { isProduction: boolean }) | null;
};

/** Reads what a request asks for, within the actor's tenant; `invalid` for a period or a place that there is not. */
export function readAsked<T>(actor: Actor, request: ReadinessRequest, run: (asked: Asked) => Promise<T>): Promise<T> {
  return read(actor, async (tx, now) => {
    const { tenantId } = actor;
    const period = requirePeriod(request.period ?? USUAL_PERIOD, now);
    const asked = {
      ...{ tx, actor, tenantId, now, period },
      spans: [upTo(now, period), upTo(now, period.previous)] as const,
      service: request.service ? await serviceOf(tx, tenantId, request.service) : null,
      environment: request.environment ? await environmentOf(tx, tenantId, request.environment) : null,
    };
    requireWhole(asked);
    return run(asked);
  });
}

/** A span that is still to come is empty. */
const upTo = (now: Date, { from, until }: Span): Span => {
  const end = until < now ? until : now;
  return { from: from < end ? from : end, until: end };
};

async function serviceOf(tx: Tx, tenantId: string, slug: string): Promise<Place> {
  const [found] = await tx
    .select({ id: service.id, slug: service.slug, name: service.name })
    .from(service)
    .where(and(eq(service.tenantId, tenantId), eq(service.slug, slug)));
  if (!found) throw invalid("service", "is no service of this tenant");
  return found;
}

async function environmentOf(tx: Tx, tenantId: string, slug: string): Promise<NonNullable<Asked["environment"]>> {
  const [found] = await tx
    .select({
      id: environment.id,
      slug: environment.slug,
      name: environment.name,
      isProduction: environment.isProduction,
    })
    .from(environment)
    .where(and(eq(environment.tenantId, tenantId), eq(environment.slug, slug)));
  if (!found) throw invalid("environment", "is no environment of this tenant");
  return found;
}

/** A token that is limited to a service or an environment sees the numbers of that one alone. */
function requireWhole({ actor, service: of, environment: at }: Asked): void {
  if (actor.kind !== "token") return;
  if (actor.serviceId && !of) throw invalid("service", "this token is limited to one service");
  if (actor.environmentId && !at) throw invalid("environment", "this token is limited to one environment");
  requireReach(actor, { serviceId: of?.id, environmentId: at?.id });
}

/** What is counted, by the ids of its service and its environments. */
export const placesOf = ({ service: of, environment: at }: Asked) => ({
  serviceId: of?.id,
  environmentIds: at ? [at.id] : undefined,
});

/** The same of production alone, in which deployments are counted. */
export async function productionOf({ tx, tenantId, service: of, environment: at }: Asked) {
  const rows = await tx
    .select({ id: environment.id })
    .from(environment)
    .where(and(eq(environment.tenantId, tenantId), eq(environment.isProduction, true)))
    .orderBy(asc(environment.position));
  const ids = rows.map(({ id }) => id).filter((id) => !at || at.id === id);
  return { serviceId: of?.id, environmentIds: ids };
}

export const spanView = ({ from, until }: Span) => ({ from: from.toISOString(), until: until.toISOString() });
