import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import { approvalReminder } from "@/db/schema/notification";
import { manifest, release } from "@/db/schema/release";
import { approvalRoles } from "@/lib/core/approval/sign";
import { waitingSince } from "@/lib/core/approval/since";
import { type ApprovalState, approvalState } from "@/lib/core/approval/state";
import { evaluateGate } from "@/lib/core/gate/evaluate";
import { reminderKey, reminderNumber, waitedDays } from "@/lib/core/notification/reminder";
import { verdictWord } from "@/lib/core/notification/verdict-word";
import { policyInForce } from "../gate/policy";
import { gateFacts } from "../gate-facts";
import { findRelease } from "../release/find";
import { systemActor } from "../system-actor";
import { notify } from "./notify";

type Due = { releaseId: string; since: Date; number: number };

/**
 * Reminds, every 24 hours while a release waits for signatures, those who could give a missing one: neither who signed
 * nor who may not. A release that somebody rejected waits for its authors, and nobody is reminded.
 */
export async function remindApprovers(tenantId: string, now: Date): Promise<void> {
  for (const due of await dueReminders(tenantId, now)) {
    await transaction({ tenantId }, async (tx) => {
      if (await note(tx, tenantId, due, now)) await remind(tx, tenantId, due, now);
    });
  }
}

async function dueReminders(tenantId: string, now: Date): Promise<Due[]> {
  const newest = sql`(select max(${manifest.createdAt}) from ${manifest}
    where ${manifest.tenantId} = ${release.tenantId} and ${manifest.releaseId} = ${release.id})`;
  const rows = await transaction({ tenantId }, (tx) =>
    tx
      .select({
        releaseId: release.id,
        requestedAt: release.approvalsRequestedAt,
        manifestAt: sql<string | null>`${newest}`,
        last: approvalReminder,
      })
      .from(release)
      .leftJoin(
        approvalReminder,
        and(eq(approvalReminder.tenantId, release.tenantId), eq(approvalReminder.releaseId, release.id)),
      )
      .where(
        and(eq(release.tenantId, tenantId), isNull(release.endedAt), isNotNull(release.approvalsRequestedAt), waits),
      )
      .orderBy(asc(release.id)),
  );
  return rows.flatMap(({ releaseId, requestedAt, manifestAt, last }) => {
    if (!requestedAt || !manifestAt) return [];
    const since = waitingSince(requestedAt, new Date(manifestAt));
    const number = reminderNumber(since, now);
    const isGiven = last !== null && last.since.getTime() === since.getTime() && last.number >= number;
    return number === 0 || isGiven ? [] : [{ releaseId, since, number }];
  });
}

const waits = or(
  and(eq(release.stage, "staging"), eq(release.stageStatus, "succeeded")),
  and(eq(release.stage, "approval"), eq(release.stageStatus, "running")),
);

/** Whether this reminder is still to be given: of two sweeps at once, one. */
async function note(tx: Tx, tenantId: string, { releaseId, since, number }: Due, at: Date): Promise<boolean> {
  const row = { since, number, at };
  const noted = await tx
    .insert(approvalReminder)
    .values({ tenantId, releaseId, ...row })
    .onConflictDoUpdate({
      target: [approvalReminder.tenantId, approvalReminder.releaseId],
      set: row,
      setWhere: sql`${approvalReminder.since} <> excluded.since or ${approvalReminder.number} < excluded.number`,
    })
    .returning({ releaseId: approvalReminder.releaseId });
  return noted.length > 0;
}

async function remind(tx: Tx, tenantId: string, { releaseId, since, number }: Due, now: Date): Promise<void> {
  const actor = systemActor(tenantId);
  const found = await findRelease(tx, actor, releaseId);
  const policy = (await policyInForce(tx, tenantId))?.policy ?? null;
  const facts = await gateFacts(tx, actor, found, now);
  const { missing, rejections } = approvalState(facts, approvalRoles(policy, facts));
  const people = [...new Set(missing.flatMap(({ candidates }) => candidates.map(({ personId }) => personId)))];
  if (rejections.length > 0 || people.length === 0) return;
  const { service, environment, version } = facts.release;
  await notify(
    { tx, tenantId, now },
    {
      kind: "approval-reminder",
      key: reminderKey(releaseId, since, number),
      to: { people },
      serviceId: found.service.id,
      environmentId: found.environment.id,
      releaseId,
      title: `Signature awaited: ${service} ${version} for ${environment}`,
      verdict: verdictWord(evaluateGate(policy, facts, now).verdict),
      reason: reasonOf(missing, number),
      path: `/releases/${releaseId}`,
    },
  );
}

function reasonOf(missing: ApprovalState["missing"], number: number): string {
  return `It has waited for ${waitedDays(number)}. Missing: ${missing.map(({ role }) => role).join(", ")}.`;
}
