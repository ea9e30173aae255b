import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { actionItem } from "@/db/schema/action-item";
import { rehearsal } from "@/db/schema/evidence";
import { repetitionOf } from "@/lib/core/rehearsal/repetition";
import type { CommandScope } from "../command";

type Place = { serviceId: string; environmentId: string };

/** Closes what was to be done about failed rehearsals of a place that are mended and repeated by now. Its ids. */
export async function endFollowUps({ tx, actor, now }: CommandScope, place: Place): Promise<string[]> {
  const here = and(
    eq(rehearsal.tenantId, actor.tenantId),
    eq(rehearsal.serviceId, place.serviceId),
    eq(rehearsal.environmentId, place.environmentId),
  );
  const open = await tx
    .select({ item: actionItem, failed: rehearsal })
    .from(actionItem)
    .innerJoin(rehearsal, and(here, eq(rehearsal.id, actionItem.originId), isNotNull(rehearsal.remediatedAt)))
    .where(
      and(
        eq(actionItem.tenantId, actor.tenantId),
        eq(actionItem.originKind, "rehearsal"),
        eq(actionItem.state, "open"),
      ),
    )
    .orderBy(actionItem.id)
    .for("update", { of: actionItem });
  if (open.length === 0) return [];
  const latest = await tx
    .select()
    .from(rehearsal)
    .where(and(here, eq(rehearsal.outcome, "passed")))
    .orderBy(desc(rehearsal.finishedAt))
    .limit(1);
  const passed = latest.map(drillOf);
  const ended = open.filter(({ failed }) => repetitionOf(drillOf(failed), passed)).map(({ item }) => item.id);
  if (ended.length === 0) return [];
  const closingNote = "The failed rehearsal is mended and was repeated.";
  await tx
    .update(actionItem)
    .set({ state: "done", closedAt: now, closedByName: actor.name, closingNote })
    .where(and(eq(actionItem.tenantId, actor.tenantId), inArray(actionItem.id, ended)));
  return ended;
}

const drillOf = ({ id, outcome, finishedAt }: typeof rehearsal.$inferSelect) => ({
  id,
  outcome,
  finishedAt: finishedAt.toISOString(),
});
