import type { Actor } from "@/lib/core/access";
import { listIncidents } from "@/lib/registry/incident/queries";
import type { IncidentSummary } from "@/lib/registry/incident/view";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readIncidentFilter } from "../(list)/filter";

const PAGE_SIZE = 500;

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<IncidentSummary>> {
  const { filter } = await readIncidentFilter(asked);
  return {
    name: "incidents",
    columns: [
      { name: "id", value: ({ id }) => id },
      { name: "reference", value: ({ reference }) => reference },
      { name: "title", value: ({ title }) => title },
      { name: "severity", value: ({ severity }) => severity },
      { name: "state", value: ({ state }) => state },
      { name: "service", value: ({ service }) => service },
      { name: "services", value: ({ services }) => services.join(" ") },
      { name: "commander", value: ({ commander }) => commander },
      { name: "detected_at", value: ({ detectedAt }) => detectedAt },
      { name: "declared_at", value: ({ declaredAt }) => declaredAt },
      { name: "resolved_at", value: ({ resolvedAt }) => resolvedAt },
      { name: "merged_into", value: ({ mergedInto }) => mergedInto?.reference ?? null },
    ],
    page: (after) => listIncidents(actor, filter, { after, size: PAGE_SIZE }),
  };
}

export const GET = exportRoute(plan);
