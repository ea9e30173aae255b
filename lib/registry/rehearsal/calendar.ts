import { eq, gte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rehearsalSession } from "@/db/schema/rehearsal-programme";
import { tenant } from "@/db/schema/tenant";
import type { Actor } from "@/lib/core/access";
import type { FreshnessIndicator } from "@/lib/core/rehearsal/indicator";
import { read } from "../read";
import { freshnessAt } from "./freshness";
import { type SessionView, sessionViews } from "./sessions";

/** Sessions of the past stay in people's calendars for so long. */
const PAST_DAYS = 90;

export type DueDate = {
  serviceId: string;
  service: string;
  environmentId: string;
  environment: string;
  /** YYYY-MM-DD */
  on: string;
  indicator: FreshnessIndicator;
  leadName: string | null;
  /** When the date last changed: a rehearsal passed, or the programme did. */
  changedAt: string;
};
export type RehearsalCalendar = { name: string; due: DueDate[]; sessions: SessionView[] };

/** Due dates and sessions of everything that the actor may see, as a calendar shows them. */
export async function rehearsalCalendar(actor: Actor): Promise<RehearsalCalendar> {
  return read(actor, async (tx, now) => {
    const since = new Date(now.getTime() - PAST_DAYS * 86_400_000);
    const sessions = await sessionViews(tx, actor.tenantId, gte(rehearsalSession.plannedAt, since));
    const due = await dueDates(tx, actor, now);
    const isSeen = reachOf(actor);
    const [found] = await tx.select({ name: tenant.name }).from(tenant).where(eq(tenant.id, actor.tenantId));
    return {
      name: `Rehearsals: ${found?.name ?? "Readiness"}`,
      due: due.filter(isSeen),
      sessions: sessions.filter(isSeen),
    };
  });
}

async function dueDates(tx: Tx, actor: Actor, now: Date): Promise<DueDate[]> {
  const { services } = await freshnessAt(tx, actor.tenantId, now);
  return services.flatMap(({ id: serviceId, slug, cells }) =>
    cells.flatMap(({ environmentId, environment, due, indicator, programme, lastPassedAt, isExpected }) => {
      if (!isExpected || !due) return [];
      const place = { serviceId, service: slug, environmentId, environment };
      const changedAt =
        [lastPassedAt, programme?.since ?? null]
          .filter((at) => at !== null)
          .sort()
          .at(-1) ?? due.dueAt;
      return [{ ...place, on: due.dueOn, indicator, leadName: programme?.leadName ?? null, changedAt }];
    }),
  );
}

/** A token limited to a service or environment sees no other. */
function reachOf(actor: Actor) {
  return ({ serviceId, environmentId }: { serviceId: string; environmentId: string }): boolean => {
    if (actor.kind !== "token") return true;
    const isOfService = actor.serviceId === null || actor.serviceId === serviceId;
    return isOfService && (actor.environmentId === null || actor.environmentId === environmentId);
  };
}
