import { parseWeek, weekStart } from "@/lib/core/week";
import type { ReportRequest } from "@/lib/registry/report/view";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";

export const REPORT_PATH = "/readiness/report";

/** What the report is of, from its address; a word that is no week that has begun is the usual one. */
export async function readReportQuery(params: SearchParams): Promise<ReportRequest> {
  const { week, service, environment } = await readParams(params, ["week", "service", "environment"]);
  return {
    ...(week && hasBegun(week) ? { week } : {}),
    ...(service ? { service } : {}),
    ...(environment ? { environment } : {}),
  };
}

function hasBegun(text: string): boolean {
  const week = parseWeek(text);
  return week !== null && weekStart(week) <= new Date();
}

export const reportHref = (request: ReportRequest): string => hrefOf(REPORT_PATH, request);
