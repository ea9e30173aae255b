import type { Actor } from "@/lib/core/access";
import { nextReportSlot, type ReportSchedule, USUAL_REPORT_SCHEDULE } from "@/lib/core/readiness/report-schedule";
import { read } from "../read";
import { storedSchedule } from "./schedule";

export type ScheduleView = ReportSchedule & {
  enabled: boolean;
  /** Null: nobody has set it yet. */
  changed: { by: string; at: string } | null;
  /** The slot of the report that went out last; null: none did. */
  sentFor: string | null;
  /** When the next one goes out; null: none will. */
  nextAt: string | null;
  now: string;
};

/** When the weekly report goes out. */
export async function reportScheduleView(actor: Actor): Promise<ScheduleView> {
  return read(actor, async (tx, now) => {
    const row = await storedSchedule(tx, actor.tenantId);
    const { weekday, hour, timeZone } = row ?? USUAL_REPORT_SCHEDULE;
    const enabled = row?.enabled ?? false;
    return {
      ...{ enabled, weekday, hour, timeZone },
      changed: row && { by: row.byName, at: row.changedAt.toISOString() },
      sentFor: row?.sentFor?.toISOString() ?? null,
      nextAt: enabled ? nextReportSlot({ weekday, hour, timeZone }, now).toISOString() : null,
      now: now.toISOString(),
    };
  });
}
