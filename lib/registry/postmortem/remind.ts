import { type Tx, transaction } from "@/db/client";
import { readyToEnqueue } from "@/db/jobs/enqueue";
import type { Role } from "@/lib/core/access";
import { incidentReference } from "@/lib/core/incident/model";
import { type PostmortemReminder, postmortemReminders } from "@/lib/core/incident/postmortem/reminders";
import type { IncidentRow } from "../incident/find";
import { rolesHeldAt } from "../member";
import { notify } from "../notification/notify";
import { lastCommander } from "./commander";
import { owedPostmortems } from "./owed";
import { reviewsOf } from "./reviews";

const LEADERSHIP: readonly Role[] = ["change-board", "product-owner"];
const WITHOUT_COMMANDER: readonly Role[] = ["incident-commander", "sre-on-call"];
const WORDS = { publish: "be published", complete: "be completed" } as const;

type Scope = { tx: Tx; tenantId: string; now: Date };
type Matter = { row: IncidentRow; reminder: PostmortemReminder };

/**
 * Reminds of postmortems that are owed: before each deadline as the policy says, then every day until it is met, also
 * after the incident was closed. Leadership is told as soon as one is overdue, then once a week.
 */
export async function remindOfPostmortems(tenantId: string, now: Date): Promise<void> {
  await readyToEnqueue();
  await transaction({ tenantId }, async (tx) => {
    const scope = { tx, tenantId, now };
    for (const { row, deadlines, policy } of await owedPostmortems(tx, tenantId, now)) {
      for (const reminder of postmortemReminders(deadlines, policy, now)) await remind(scope, { row, reminder });
    }
  });
}

async function remind(scope: Scope, matter: Matter): Promise<void> {
  const { key, leadershipKey } = matter.reminder;
  const commander = await commanderOf(scope, matter.row);
  const reviewers = matter.reminder.deadline === "complete" ? await waitedFor(scope, matter.row) : [];
  const people = [...(commander ? [commander] : []), ...reviewers];
  await tell(scope, matter, { key, to: { people, roles: commander ? [] : WITHOUT_COMMANDER } });
  if (leadershipKey) await tell(scope, matter, { key: leadershipKey, to: { roles: LEADERSHIP }, except: people });
}

type Told = { key: string; to: { people?: string[]; roles?: readonly Role[] }; except?: string[] };

async function tell(scope: Scope, { row, reminder }: Matter, { key, to, except }: Told): Promise<void> {
  const { deadline, by, hoursBefore, daysOverdue } = reminder;
  const since = row.resolvedAt?.toISOString() ?? "";
  const minute = by.toISOString().slice(0, 16).replace("T", " ");
  const late =
    daysOverdue === 0 ? "is overdue" : `is overdue by ${daysOverdue === 1 ? "1 day" : `${daysOverdue} days`}`;
  const when = hoursBefore === null ? late : `is due within ${hoursBefore === 1 ? "1 hour" : `${hoursBefore} hours`}`;
  await notify(scope, {
    kind: "postmortem-due",
    key: `postmortem:${row.id}:${since}:${key}`,
    to,
    except,
    serviceId: row.serviceId,
    releaseId: null,
    title: `Postmortem ${when}: ${incidentReference(row.number)} ${row.title}`,
    verdict: null,
    reason: `It ${hoursBefore === null ? "had" : "has"} to ${WORDS[deadline]} by ${minute} UTC.`,
    path: `/incidents/${row.id}/postmortem`,
  });
}

/** Who held command last, as long as they are here. */
async function commanderOf({ tx, tenantId, now }: Scope, row: IncidentRow): Promise<string | null> {
  const last = await lastCommander(tx, row);
  return last && (await rolesHeldAt(tx, tenantId, last.id, now)).length > 0 ? last.id : null;
}

/** Reviewers who were asked and have not answered. */
async function waitedFor({ tx, tenantId }: Scope, row: IncidentRow): Promise<string[]> {
  const reviews = await reviewsOf(tx, tenantId, row.id);
  return reviews.flatMap(({ reviewerId, answeredAt }) => (answeredAt ? [] : [reviewerId]));
}
