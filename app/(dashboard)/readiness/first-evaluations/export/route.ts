import { VERDICT_WORDS } from "@/components/gate/verdict-words";
import type { Actor } from "@/lib/core/access";
import { type Evaluation, listFirstEvaluations } from "@/lib/registry/readiness/first-evaluations";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readFirstEvaluationFilter } from "../filter";

const PAGE_SIZE = 500;

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<Evaluation>> {
  const { filter } = await readFirstEvaluationFilter(asked);
  return {
    name: `first-evaluations-${filter.period}`,
    columns: [
      { name: "release", value: ({ releaseId }) => releaseId },
      { name: "decision", value: ({ decisionId }) => decisionId },
      { name: "service", value: ({ service }) => service },
      { name: "environment", value: ({ environment }) => environment },
      { name: "version", value: ({ version }) => version },
      { name: "first_verdict", value: ({ verdict }) => VERDICT_WORDS[verdict].word },
      { name: "checks_in_the_way", value: ({ failing }) => failing.map(({ id }) => id).join(" ") },
      { name: "summary", value: ({ summary }) => summary },
      { name: "decided_at", value: ({ at }) => at },
    ],
    page: (after) => listFirstEvaluations(actor, filter, { after, size: PAGE_SIZE }),
  };
}

export const GET = exportRoute(plan);
