import type { Actor } from "@/lib/core/access";
import { listRehearsedPlaces, type RehearsedPlace } from "@/lib/registry/readiness/rehearsed-places";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readPlaceFilter } from "../filter";

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<RehearsedPlace>> {
  const filter = await readPlaceFilter(asked);
  return {
    name: `places-to-rehearse-${filter.period}`,
    columns: [
      { name: "service", value: ({ service }) => service },
      { name: "environment", value: ({ cell }) => cell.environment },
      { name: "in_time", value: ({ inTime }) => (inTime ? "yes" : "no") },
      { name: "standing", value: ({ cell }) => cell.indicator.word },
      { name: "last_passed_at", value: ({ cell }) => cell.lastPassedAt },
      { name: "due_at", value: ({ cell }) => cell.indicator.dueAt },
      { name: "reason", value: ({ cell }) => cell.reason },
    ],
    page: async () => ({ items: (await listRehearsedPlaces(actor, filter)).items, next: null }),
  };
}

export const GET = exportRoute(plan);
