import type { Actor } from "@/lib/core/access";
import { type ChangeFailure, listChangeFailures } from "@/lib/registry/readiness/change-failures";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readScope } from "../../query";

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<ChangeFailure>> {
  const filter = await readScope(asked);
  return {
    name: `change-failures-${filter.period}`,
    columns: [
      { name: "release", value: ({ releaseId }) => releaseId },
      { name: "service", value: ({ service }) => service },
      { name: "environment", value: ({ environment }) => environment },
      { name: "version", value: ({ version }) => version },
      { name: "released_at", value: ({ releasedAt }) => releasedAt },
      { name: "rolled_back_to", value: ({ rolledBackTo }) => rolledBackTo },
      { name: "incidents", value: ({ incidents }) => incidents.map(({ reference }) => reference).join(" ") },
    ],
    page: async () => ({ items: (await listChangeFailures(actor, filter)).items, next: null }),
  };
}

export const GET = exportRoute(plan);
