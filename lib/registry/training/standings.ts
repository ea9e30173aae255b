import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { trainingRecord } from "@/db/schema/approval";
import { standingIn, type TrainingRecord, type TrainingStanding } from "@/lib/core/approval/training";

export type Standings = (personId: string) => TrainingStanding[];

/** How everybody of a tenant stands at `at` in the trainings named. */
export async function trainingStandings(
  tx: Tx,
  tenantId: string,
  trainings: readonly string[],
  at: Date,
): Promise<Standings> {
  const names = [...new Set(trainings)];
  if (names.length === 0) return () => [];
  const rows = await tx
    .select()
    .from(trainingRecord)
    .where(
      and(
        eq(trainingRecord.tenantId, tenantId),
        inArray(
          sql`lower(${trainingRecord.training})`,
          names.map((name) => name.toLowerCase()),
        ),
      ),
    );
  const recordsOf = new Map<string, TrainingRecord[]>();
  for (const row of rows) recordsOf.set(row.personId, [...(recordsOf.get(row.personId) ?? []), row]);
  return (personId) => names.map((name) => standingIn(name, recordsOf.get(personId) ?? [], at));
}
