import type { Actor } from "@/lib/core/access";
import { type AnalyticsRow, analyticsRows } from "@/lib/registry/incident/analytics-rows";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readAnalyticsQuery } from "../filter";

const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000));

/** Every incident that the numbers are made of. */
async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<AnalyticsRow>> {
  const query = await readAnalyticsQuery(asked);
  return {
    name: `incident-analytics-${query.period}`,
    columns: [
      { name: "id", value: ({ id }) => id },
      { name: "reference", value: ({ reference }) => reference },
      { name: "title", value: ({ title }) => title },
      { name: "severity", value: ({ severity }) => severity },
      { name: "state", value: ({ state }) => state },
      { name: "services", value: ({ services }) => services.join(" ") },
      { name: "declared_at", value: ({ declaredAt }) => declaredAt },
      { name: "detected_at", value: ({ detectedAt }) => detectedAt },
      { name: "resolved_at", value: ({ resolvedAt }) => resolvedAt },
      { name: "seconds_to_acknowledge", value: (row) => seconds(row.acknowledgedAfterMs) },
      { name: "seconds_to_resolve", value: (row) => seconds(row.resolvedAfterMs) },
      { name: "cause_release", value: ({ causeReleaseId }) => causeReleaseId },
      { name: "cause_basis", value: ({ causeBasis }) => causeBasis },
      { name: "postmortem_published", value: ({ postmortemPublished }) => postmortemPublished },
      { name: "postmortem_completed", value: ({ postmortemCompleted }) => postmortemCompleted },
    ],
    page: async () => ({ items: await analyticsRows(actor, query), next: null }),
  };
}

export const GET = exportRoute(plan);
