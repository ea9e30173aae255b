import { and, asc, desc, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import { rehearsal } from "@/db/schema/evidence";
import { rehearsalSession } from "@/db/schema/rehearsal-programme";
import type { Actor } from "@/lib/core/access";
import { isOverdue } from "@/lib/core/action-item/model";
import { type Drill, repeatedBy, repetitionOf } from "@/lib/core/rehearsal/repetition";
import { localTimeOf } from "@/lib/core/rehearsal/session";

export type LinkedDrill = Drill & { fromVersion: string; toVersion: string };
export type RehearsalChain = {
  /** Of a failed one: the first that passed after it; null while none has. */
  repeatedBy: LinkedDrill | null;
  /** Of one that passed: the failed ones that it makes up for. */
  repeats: LinkedDrill[];
  /** What is to be done about a failed one. */
  actionItem: {
    id: string;
    state: "open" | "done" | "cancelled";
    ownerName: string;
    dueAt: string;
    overdue: boolean;
  } | null;
  /** The session that it was planned as. */
  session: { localTime: string; zone: string; leadName: string | null } | null;
};

type Row = typeof rehearsal.$inferSelect;

/** What came before and after one rehearsal and belongs to it. */
export async function rehearsalChain(tx: Tx, actor: Actor, row: Row, now: Date): Promise<RehearsalChain> {
  const near = await nearDrills(tx, actor, row);
  const self = linked(row);
  return {
    repeatedBy: repetitionOf(self, near),
    repeats: repeatedBy(self, near),
    actionItem: await actionItemOf(tx, actor, row, now),
    session: await sessionOf(tx, actor, row.id),
  };
}

const linked = ({ id, outcome, finishedAt, fromVersion, toVersion }: Row): LinkedDrill => ({
  id,
  outcome,
  finishedAt: finishedAt.toISOString(),
  fromVersion,
  toVersion,
});

/** From the one that passed before it to the one that passes after it: no other can repeat it or be repeated by it. */
async function nearDrills(tx: Tx, actor: Actor, row: Row): Promise<LinkedDrill[]> {
  const here = and(
    eq(rehearsal.tenantId, actor.tenantId),
    eq(rehearsal.serviceId, row.serviceId),
    eq(rehearsal.environmentId, row.environmentId),
  );
  const passed = (than: SQL) => and(here, eq(rehearsal.outcome, "passed"), than);
  const at = sql`${row.finishedAt.toISOString()}::timestamptz`;
  const [before] = await tx
    .select()
    .from(rehearsal)
    .where(passed(sql`${rehearsal.finishedAt} < ${at}`))
    .orderBy(desc(rehearsal.finishedAt))
    .limit(1);
  const [after] = await tx
    .select()
    .from(rehearsal)
    .where(passed(sql`${rehearsal.finishedAt} > ${at}`))
    .orderBy(asc(rehearsal.finishedAt), asc(rehearsal.id))
    .limit(1);
  const rows = await tx
    .select()
    .from(rehearsal)
    .where(
      and(
        here,
        before ? gte(rehearsal.finishedAt, before.finishedAt) : undefined,
        after ? lte(rehearsal.finishedAt, after.finishedAt) : undefined,
      ),
    );
  return rows.map(linked);
}

async function actionItemOf(tx: Tx, actor: Actor, row: Row, now: Date): Promise<RehearsalChain["actionItem"]> {
  if (row.outcome !== "failed") return null;
  const [found] = await tx
    .select()
    .from(actionItem)
    .where(
      and(
        eq(actionItem.tenantId, actor.tenantId),
        eq(actionItem.originKind, "rehearsal"),
        eq(actionItem.originId, row.id),
      ),
    );
  if (!found) return null;
  const { id, state, ownerName, dueAt } = found;
  return { id, state, ownerName, dueAt: dueAt.toISOString(), overdue: isOverdue(found, now) };
}

async function sessionOf(tx: Tx, actor: Actor, rehearsalId: string): Promise<RehearsalChain["session"]> {
  const [found] = await tx
    .select()
    .from(rehearsalSession)
    .where(and(eq(rehearsalSession.tenantId, actor.tenantId), eq(rehearsalSession.rehearsalId, rehearsalId)));
  if (!found) return null;
  const { plannedAt, zone, leadName } = found;
  return { localTime: localTimeOf(plannedAt, zone), zone, leadName };
}
