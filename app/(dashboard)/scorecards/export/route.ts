import type { Actor } from "@/lib/core/access";
import { listScorecards, type ScorecardSummary } from "@/lib/registry/scorecard/queries";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readScorecardFilter } from "../(list)/filter";

const PAGE_SIZE = 200;

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<ScorecardSummary>> {
  const { filter } = await readScorecardFilter(asked);
  return {
    name: "scorecards",
    columns: [
      { name: "id", value: ({ id }) => id },
      { name: "service", value: ({ service }) => service },
      { name: "environment", value: ({ environment }) => environment },
      { name: "run", value: ({ runId }) => runId },
      { name: "commit", value: ({ commit }) => commit },
      { name: "overall", value: ({ overallPassed }) => (overallPassed ? "passed" : "failed") },
      { name: "suites", value: ({ suites }) => suites.map(({ name, status }) => `${name}=${status}`).join(" ") },
      { name: "generated_at", value: ({ generatedAt }) => generatedAt },
      { name: "received_at", value: ({ receivedAt }) => receivedAt },
    ],
    page: (after) => listScorecards(actor, { ...filter, after, size: PAGE_SIZE }),
  };
}

export const GET = exportRoute(plan);
