import { and, eq, gte, inArray, or } from "drizzle-orm";
import { rehearsalSession } from "@/db/schema/rehearsal-programme";
import type { Actor } from "@/lib/core/access";
import { type Agenda, agendaOf, byUrgency, needsRehearsal } from "@/lib/core/rehearsal/agenda";
import { read } from "../read";
import { type FreshnessCell, type FreshnessView, freshnessAt } from "./freshness";
import { type SessionView, sessionViews } from "./sessions";

/** A missed session is shown for so long, so that somebody plans another. */
const MISSED_DAYS = 14;

export type DueItem = FreshnessCell & {
  kind: "due";
  key: string;
  on: string | null;
  isOverdue: boolean;
  serviceId: string;
  service: string;
  /** The next session that is planned for the place. */
  session: SessionView | null;
};
export type SessionItem = SessionView & { kind: "session"; key: string; on: string; isOverdue: boolean };
export type AgendaItem = DueItem | SessionItem;
export type RehearsalAgenda = { agenda: Agenda<AgendaItem>; freshness: FreshnessView; now: string };

/** When rehearsals are due and planned in the coming weeks, the overdue first, and how fresh every place is. */
export async function rehearsalAgenda(actor: Actor): Promise<RehearsalAgenda> {
  return read(actor, async (tx, now) => {
    const freshness = await freshnessAt(tx, actor.tenantId, now);
    const lately = new Date(now.getTime() - MISSED_DAYS * 86_400_000);
    const shown = or(
      eq(rehearsalSession.state, "planned"),
      and(inArray(rehearsalSession.state, ["missed"]), gte(rehearsalSession.plannedAt, lately)),
    );
    const sessions = await sessionViews(tx, actor.tenantId, shown);
    const due = dueItems(freshness, sessions);
    const items: AgendaItem[] = [...due, ...sessions.map(sessionItem)];
    return { agenda: agendaOf(items, now), freshness, now: now.toISOString() };
  });
}

function dueItems({ services }: FreshnessView, sessions: readonly SessionView[]): DueItem[] {
  const items = services.flatMap(({ id: serviceId, slug, cells }) =>
    cells
      .filter(({ isExpected, lastPassedAt }) => isExpected || lastPassedAt !== null)
      .map((cell): DueItem => {
        const isHere = (each: SessionView) => each.serviceId === serviceId && each.environmentId === cell.environmentId;
        const session = sessions.find((each) => each.state === "planned" && isHere(each)) ?? null;
        const place = { serviceId, service: slug, key: `due ${serviceId} ${cell.environmentId}` };
        const isOverdue = needsRehearsal(cell.indicator);
        return { kind: "due", ...place, ...cell, on: cell.due?.dueOn ?? null, isOverdue, session };
      }),
  );
  return items.toSorted((one, other) => byUrgency(one.indicator, other.indicator));
}

const sessionItem = (session: SessionView): SessionItem => ({
  ...session,
  kind: "session",
  key: `session ${session.id}`,
  on: session.localTime.slice(0, 10),
  isOverdue: session.state === "missed",
});
