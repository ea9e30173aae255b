import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { reportSchedule } from "@/db/schema/report";
import { isTimeZone } from "@/lib/core/notification/digest-time";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";

/** When the weekly report goes out, or that it goes out no more. */
export const scheduleReport = command({
  name: "report.schedule",
  permission: "tenant:manage",
  input: z.strictObject({
    enabled: z.boolean(),
    weekday: z.int().min(1).max(7),
    hour: z.int().min(0).max(23),
    timeZone: z.string().max(100).refine(isTimeZone, "must be a time zone such as Europe/Berlin"),
  }),
  async run({ tx, actor, now }, input) {
    const before = await storedSchedule(tx, actor.tenantId, "lock");
    if (before && isSame(before, input)) return { value: input, record: "unchanged" };
    const row = { ...input, changedAt: now, ...doneByColumns(actor) };
    await tx
      .insert(reportSchedule)
      .values({ tenantId: actor.tenantId, ...row })
      .onConflictDoUpdate({ target: reportSchedule.tenantId, set: row });
    const data = { before: before ? statedIn(before) : null, after: input };
    return { value: input, record: { kind: "report-schedule", subjects: [actor.tenantId], data } };
  },
});

type Stated = { enabled: boolean; weekday: number; hour: number; timeZone: string };
export type ScheduleRow = typeof reportSchedule.$inferSelect;

export async function storedSchedule(tx: Tx, tenantId: string, lock?: "lock"): Promise<ScheduleRow | null> {
  const query = tx.select().from(reportSchedule).where(eq(reportSchedule.tenantId, tenantId));
  const [row] = lock ? await query.for("update") : await query;
  return row ?? null;
}

const statedIn = ({ enabled, weekday, hour, timeZone }: Stated): Stated => ({ enabled, weekday, hour, timeZone });

const isSame = (one: Stated, other: Stated): boolean =>
  JSON.stringify(statedIn(one)) === JSON.stringify(statedIn(other));
