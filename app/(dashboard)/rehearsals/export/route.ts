import type { Actor } from "@/lib/core/access";
import { listRehearsals, type RehearsalSummary } from "@/lib/registry/rehearsal/queries";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readRehearsalFilter } from "../(list)/filter";

const PAGE_SIZE = 500;

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<RehearsalSummary>> {
  const { filter } = await readRehearsalFilter(asked);
  return {
    name: "rehearsals",
    columns: [
      { name: "id", value: ({ id }) => id },
      { name: "service", value: ({ service }) => service },
      { name: "environment", value: ({ environment }) => environment },
      { name: "outcome", value: ({ outcome }) => outcome },
      { name: "started_at", value: ({ startedAt }) => startedAt },
      { name: "finished_at", value: ({ finishedAt }) => finishedAt },
      { name: "from_version", value: ({ fromVersion }) => fromVersion },
      { name: "to_version", value: ({ toVersion }) => toVersion },
      { name: "gaps", value: ({ gapCount }) => gapCount },
      { name: "remediated_at", value: ({ remediatedAt }) => remediatedAt },
    ],
    page: (after) => listRehearsals(actor, { ...filter, after, size: PAGE_SIZE }),
  };
}

export const GET = exportRoute(plan);
