import type { Actor } from "@/lib/core/access";
import type { Evaluation } from "@/lib/registry/readiness/first-evaluations";
import { listReadyReleases } from "@/lib/registry/readiness/ready-releases";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readScope } from "../../query";

const PAGE_SIZE = 500;

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<Evaluation>> {
  const scope = await readScope(asked);
  return {
    name: `ready-releases-${scope.period}`,
    columns: [
      { name: "release", value: ({ releaseId }) => releaseId },
      { name: "decision", value: ({ decisionId }) => decisionId },
      { name: "service", value: ({ service }) => service },
      { name: "environment", value: ({ environment }) => environment },
      { name: "version", value: ({ version }) => version },
      { name: "summary", value: ({ summary }) => summary },
      { name: "decided_at", value: ({ at }) => at },
    ],
    page: (after) => listReadyReleases(actor, scope, { after, size: PAGE_SIZE }),
  };
}

export const GET = exportRoute(plan);
