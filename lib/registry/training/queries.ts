import { and, asc, eq, gt, ilike, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { trainingRecord } from "@/db/schema/approval";
import { person } from "@/db/schema/tenant";
import { can, type PersonActor } from "@/lib/core/access";
import { EXPIRING_DAYS, type TrainingState, trainingState } from "@/lib/core/approval/training";
import { invalid } from "@/lib/core/errors";
import { likePattern } from "../like";
import { read } from "../read";

export const TRAINING_STATES = ["valid", "expiring", "expired", "revoked"] as const satisfies readonly TrainingState[];
export type TrainingFilter = { q?: string; state?: string; after?: string };
export type TrainingView = {
  id: string;
  person: { id: string; name: string };
  training: string;
  completedAt: string;
  expiresAt: string | null;
  evidenceUrl: string | null;
  recordedBy: string;
  state: TrainingState;
  revokedBy: string | null;
  revokedReason: string | null;
};

const PAGE_SIZE = 50;
const DAY_MS = 86_400_000;

/** Training records by person; everybody's for those who manage people, else the reader's own. */
export async function listTrainings(
  actor: PersonActor,
  filter: TrainingFilter,
): Promise<{ items: TrainingView[]; next: string | null; now: string }> {
  return read(actor, async (tx, now) => {
    const rows = await tx
      .select({ record: trainingRecord, name: person.name })
      .from(trainingRecord)
      .innerJoin(person, eq(person.id, trainingRecord.personId))
      .where(
        and(
          eq(trainingRecord.tenantId, actor.tenantId),
          can(actor, "person:manage") ? undefined : eq(trainingRecord.personId, actor.id),
          textMatch(filter.q),
          stateIs(filter.state, now),
          beyond(filter.after),
        ),
      )
      .orderBy(asc(sql`lower(${person.name})`), asc(sql`lower(${trainingRecord.training})`), asc(trainingRecord.id))
      .limit(PAGE_SIZE + 1);
    const items = rows.slice(0, PAGE_SIZE).map(({ record, name }) => viewOf(record, name, now));
    return { items, next: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null, now: now.toISOString() };
  });
}

function viewOf(row: typeof trainingRecord.$inferSelect, name: string, now: Date): TrainingView {
  return {
    id: row.id,
    person: { id: row.personId, name },
    training: row.training,
    completedAt: row.completedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    evidenceUrl: row.evidenceUrl,
    recordedBy: row.byName,
    state: trainingState(row, now),
    revokedBy: row.revokedByName,
    revokedReason: row.revokedReason,
  };
}

function textMatch(q: string | undefined): SQL | undefined {
  return q ? or(ilike(person.name, likePattern(q)), ilike(trainingRecord.training, likePattern(q))) : undefined;
}

/** As `trainingState` judges, so that a filter and what its rows say agree. */
function stateIs(state: string | undefined, now: Date): SQL | undefined {
  const { expiresAt, revokedAt } = trainingRecord;
  const soon = new Date(now.getTime() + EXPIRING_DAYS * DAY_MS);
  switch (state) {
    case "valid":
      return and(isNull(revokedAt), or(isNull(expiresAt), gt(expiresAt, soon)));
    case "expiring":
      return and(isNull(revokedAt), gt(expiresAt, now), lte(expiresAt, soon));
    case "expired":
      return and(isNull(revokedAt), lte(expiresAt, now));
    case "revoked":
      return isNotNull(revokedAt);
    default:
      return undefined;
  }
}

function beyond(after: string | undefined): SQL | undefined {
  if (!after) return undefined;
  if (!z.uuid().safeParse(after).success) throw invalid("after", "is not one that this list gave");
  return sql`(lower(${person.name}), lower(${trainingRecord.training}), ${trainingRecord.id}) > (
    select lower(p.name), lower(t.training), t.id from training_record t join person p on p.id = t.person_id
    where t.tenant_id = ${trainingRecord.tenantId} and t.id = ${after})`;
}
