import type { Actor } from "@/lib/core/access";
import { type FlakyTest, listFlakyTests } from "@/lib/registry/test-result/queries";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readFlakyFilter } from "../(list)/filter";

const PAGE_SIZE = 200;

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<FlakyTest>> {
  const { filter } = await readFlakyFilter(asked);
  return {
    name: "flaky-tests",
    columns: [
      { name: "id", value: ({ id }) => id },
      { name: "service", value: ({ service }) => service },
      { name: "suite", value: ({ suite }) => suite },
      { name: "group", value: ({ group }) => group },
      { name: "name", value: ({ name }) => name },
      { name: "file", value: ({ file }) => file },
      { name: "flake_rate", value: ({ flakeRate }) => flakeRate },
      { name: "interval_low", value: ({ interval }) => interval?.low ?? null },
      { name: "interval_high", value: ({ interval }) => interval?.high ?? null },
      { name: "flaky_runs", value: ({ flakyRuns }) => flakyRuns },
      { name: "failed_runs", value: ({ failedRuns }) => failedRuns },
      { name: "runs", value: ({ runs }) => runs },
      { name: "enough_runs", value: ({ enoughSample }) => (enoughSample ? "yes" : "no") },
      { name: "commits_with_both_results", value: ({ commitsWithBothResults }) => commitsWithBothResults },
      { name: "last_flaky_at", value: ({ lastFlakyAt }) => lastFlakyAt },
    ],
    page: (after) => listFlakyTests(actor, filter, { after, size: PAGE_SIZE }),
  };
}

export const GET = exportRoute(plan);
