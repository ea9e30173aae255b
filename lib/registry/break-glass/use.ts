import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { breakGlass } from "@/db/schema/break-glass";
import { release } from "@/db/schema/release";
import { FOLLOW_UP_DAYS } from "@/lib/core/break-glass/request";
import { DomainError } from "@/lib/core/errors";
import { artifactMismatch } from "@/lib/core/release/ship";
import { openActionItem } from "../action-item/open";
import type { CommandScope } from "../command";
import { decide } from "../gate/decide";
import type { FoundRelease } from "../release/find";

const DAY_MS = 86_400_000;

/**
 * Spends a confirmed break-glass on exactly its artifacts, once: stores the decision of that kind, marks the release and
 * opens the follow-up. Throws `conflict` when it is used, cancelled or expired, or for other artifacts.
 */
export async function useBreakGlass(
  scope: CommandScope,
  found: FoundRelease,
  breakGlassId: string,
  artifacts: readonly string[],
): Promise<{ decisionId: string; actionItemId: string }> {
  const { tx, actor } = scope;
  const at = await scope.readClock();
  const [row] = await tx.select().from(breakGlass).where(keyOf(found, breakGlassId)).for("update");
  if (!row) throw new DomainError("not_found", "There is no such break-glass.");
  const mismatch = artifactMismatch(row.artifacts, artifacts);
  if (mismatch) throw new DomainError("conflict", mismatch.replace("approved manifest", "manifest of the break-glass"));
  const { id: decisionId } = await decide(scope, found, { breakGlassId });
  const spent = await tx
    .update(breakGlass)
    .set({ usedAt: at, decisionId })
    .where(and(keyOf(found, breakGlassId), isUsable(at)))
    .returning({ id: breakGlass.id });
  if (spent.length === 0) throw new DomainError("conflict", "This break-glass is used, cancelled or expired.");
  await tx
    .update(release)
    .set({ breakGlassId })
    .where(and(eq(release.tenantId, actor.tenantId), eq(release.id, found.release.id)));
  const { id: actionItemId } = await openActionItem({ tx, actor, now: at }, followUp(found, row, at));
  return { decisionId, actionItemId };
}

const keyOf = ({ release: { tenantId, id: releaseId } }: FoundRelease, id: string) =>
  and(eq(breakGlass.tenantId, tenantId), eq(breakGlass.releaseId, releaseId), eq(breakGlass.id, id));

const isUsable = (at: Date) =>
  and(
    isNotNull(breakGlass.confirmedAt),
    isNull(breakGlass.cancelledAt),
    isNull(breakGlass.usedAt),
    gt(breakGlass.expiresAt, at),
  );

type Row = typeof breakGlass.$inferSelect;

function followUp({ release: { version }, service }: FoundRelease, row: Row, at: Date) {
  const blockers = row.blockers.map(({ title }) => title).join(", ");
  return {
    title: `Explain and make good the break-glass release ${service.slug} ${version}`,
    detail: `It went into production past the gate. Reason given: ${row.reason} Blockers then: ${blockers || "none listed"}.`,
    origin: { kind: "break-glass" as const, id: row.id },
    serviceId: service.id,
    ownerId: row.requestedById,
    ownerName: row.requestedByName,
    dueAt: new Date(at.getTime() + FOLLOW_UP_DAYS * DAY_MS),
  };
}
