import { and, eq, lte } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import { readyToEnqueue } from "@/db/jobs/enqueue";
import { rehearsalSession } from "@/db/schema/rehearsal-programme";
import { isDomainError } from "@/lib/core/errors";
import { isDayOver } from "@/lib/core/rehearsal/session";
import { dueWarning } from "@/lib/core/warning";
import { rolesHeldAt } from "../member";
import { notify } from "../notification/notify";
import { systemActor } from "../system-actor";
import { type FreshnessCell, freshnessAt } from "./freshness";
import { missSession } from "./miss-session";

const TOLD_STALE_DAYS = 7;

/** Reminds of rehearsals that fall due or have become stale: the lead of the programme, else whoever plans them. */
export async function remindOfRehearsals(tenantId: string, now: Date): Promise<void> {
  await readyToEnqueue();
  await transaction({ tenantId }, async (tx) => {
    const { services } = await freshnessAt(tx, tenantId, now);
    for (const { id, slug, cells } of services) {
      for (const cell of cells) {
        const word = reminderOf(cell, now);
        if (word) await remind({ tx, tenantId, now }, { serviceId: id, service: slug, cell, ...word });
      }
    }
  });
}

type Reminder = { threshold: string; title: string };

/** One that is past its date is told once more; before it, a week and a day ahead. Each once for each due date. */
function reminderOf(
  { due, isExpected, lastPassedAt, programme, indicator }: FreshnessCell,
  now: Date,
): Reminder | null {
  if (!isExpected || !due) return null;
  const until = new Date(due.dueAt);
  const { word } = indicator;
  if (until < now) {
    // Later on everybody has been told, and nobody needs to be asked each minute.
    if (now.getTime() - until.getTime() > TOLD_STALE_DAYS * 86_400_000) return null;
    return { threshold: "stale", title: word === "stale" ? "is stale" : "is overdue" };
  }
  const from = new Date(lastPassedAt ?? programme?.since ?? due.dueAt);
  const days = dueWarning({ from, until }, now);
  return days === null
    ? null
    : { threshold: `${days}d`, title: days === 1 ? "is due within 1 day" : `is due within ${days} days` };
}

type Scope = { tx: Tx; tenantId: string; now: Date };
type Reminded = Reminder & { serviceId: string; service: string; cell: FreshnessCell };

async function remind(scope: Scope, { serviceId, service, cell, threshold, title }: Reminded): Promise<void> {
  const { environmentId, environment, due, programme } = cell;
  const place = `${service} in ${environment}`;
  await notify(scope, {
    kind: "rehearsal-due",
    key: `${serviceId}:${environmentId}:${due?.dueAt}:${threshold}`,
    to: await remindedPeople(scope, programme?.leadId ?? null),
    serviceId,
    environmentId,
    releaseId: null,
    title: `Rollback rehearsal ${title}: ${place}`,
    verdict: null,
    reason: `Due on ${due?.dueOn} (UTC). Releases are blocked while no rehearsal is recent enough.`,
    path: "/rehearsals",
  });
}

/** A lead who has left is nobody to rely on: then all are told who may plan rehearsals. */
async function remindedPeople({ tx, tenantId, now }: Scope, leadId: string | null) {
  const isHere = leadId !== null && (await rolesHeldAt(tx, tenantId, leadId, now)).length > 0;
  return isHere ? { people: [leadId] } : { roles: ["release-engineer", "sre-on-call"] as const };
}

/** Notes the sessions whose day is over without a rehearsal, each in a transaction and an entry of its own. */
export async function noteMissedSessions(tenantId: string, now: Date): Promise<void> {
  const gone = await transaction({ tenantId }, (tx) =>
    tx
      .select()
      .from(rehearsalSession)
      .where(
        and(
          eq(rehearsalSession.tenantId, tenantId),
          eq(rehearsalSession.state, "planned"),
          lte(rehearsalSession.plannedAt, now),
        ),
      ),
  );
  for (const { id } of gone.filter((session) => isDayOver(session, now))) {
    await missSession({ actor: systemActor(tenantId) }, { sessionId: id }).catch(unlessChanged);
  }
}

/** Whoever was quicker: another sweep, or the rehearsal that was recorded after all. */
function unlessChanged(error: unknown): void {
  if (!isDomainError(error) || error.code !== "conflict") throw error;
}
