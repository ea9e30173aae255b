import { and, eq, isNull, lt, or } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import { readyToEnqueue } from "@/db/jobs/enqueue";
import { reportSchedule } from "@/db/schema/report";
import { LOCALE } from "@/lib/core/locale";
import { numberLines } from "@/lib/core/readiness/report";
import { dueReportSlot, reportedWeek, reportKey } from "@/lib/core/readiness/report-schedule";
import { parseWeek, weekEnd, weekStart, weekText } from "@/lib/core/week";
import { notify } from "../notification/notify";
import { systemActor } from "../system-actor";
import { storedSchedule } from "./schedule";
import type { WeeklyReport } from "./view";
import { weeklyReport } from "./weekly";

const RECIPIENTS = ["product-owner", "change-board", "admin"] as const;

/**
 * Sends the report of the last whole week once its slot has come: once for each slot, however often and by however many
 * this runs. A report that could not be put together is tried again the next time.
 */
export async function sendWeeklyReports(tenantId: string, now: Date): Promise<void> {
  await readyToEnqueue();
  const slot = await transaction({ tenantId }, async (tx) => {
    const state = await storedSchedule(tx, tenantId);
    return state && dueReportSlot(state, now);
  });
  if (!slot) return;
  const report = await weeklyReport(systemActor(tenantId), { week: weekText(reportedWeek(slot)) });
  await transaction({ tenantId }, async (tx) => {
    if (await claim(tx, tenantId, slot)) await tell({ tx, tenantId, now }, report, slot);
  });
}

/** Whoever marks the slot sends; the mark is taken back with the notices if these cannot be written. */
async function claim(tx: Tx, tenantId: string, slot: Date): Promise<boolean> {
  const claimed = await tx
    .update(reportSchedule)
    .set({ sentFor: slot })
    .where(
      and(
        eq(reportSchedule.tenantId, tenantId),
        eq(reportSchedule.enabled, true),
        or(isNull(reportSchedule.sentFor), lt(reportSchedule.sentFor, slot)),
      ),
    )
    .returning({ tenantId: reportSchedule.tenantId });
  return claimed.length > 0;
}

async function tell(scope: { tx: Tx; tenantId: string; now: Date }, report: WeeklyReport, slot: Date): Promise<void> {
  await notify(scope, {
    kind: "weekly-report",
    key: reportKey(slot),
    to: { roles: RECIPIENTS },
    serviceId: null,
    releaseId: null,
    title: `Readiness report of ${weekWords(report.week.id)}`,
    verdict: null,
    reason: [report.summary, "", ...numberLines(report.numbers)].join("\n"),
    path: `/readiness/report/${report.week.id}`,
  });
}

/** "week 2026-W47 (16 to 22 November)": days in UTC. */
function weekWords(id: string): string {
  const week = parseWeek(id);
  if (!week) return id;
  const sunday = new Date(weekEnd(week).getTime() - 1);
  return `week ${id} (${DAY.formatRange(weekStart(week), sunday)})`;
}

const DAY = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", day: "numeric", month: "long" });
