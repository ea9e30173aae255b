import { MATCH_WORDS } from "@/components/deployment/match-status";
import type { Actor } from "@/lib/core/access";
import { type DeploymentSummary, listDeployments } from "@/lib/registry/deployment/queries";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readDeploymentFilter } from "../(list)/filter";

const PAGE_SIZE = 500;

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<DeploymentSummary>> {
  const { filter } = await readDeploymentFilter(asked);
  return {
    name: "deployments",
    columns: [
      { name: "id", value: ({ id }) => id },
      { name: "deployed_at", value: ({ deployedAt }) => deployedAt },
      { name: "service", value: ({ service }) => service },
      { name: "environment", value: ({ environment }) => environment },
      { name: "version", value: ({ version }) => version },
      { name: "commit", value: ({ commit }) => commit },
      { name: "state", value: ({ state }) => state },
      { name: "approval", value: ({ match }) => MATCH_WORDS[match].label },
      { name: "explanation", value: ({ explanation }) => explanation },
      { name: "finding", value: ({ finding }) => finding },
      { name: "release", value: ({ release }) => release?.id ?? null },
      { name: "deployed_by", value: ({ deployedBy }) => deployedBy },
      { name: "source", value: ({ source }) => source },
    ],
    page: (after) => listDeployments(actor, filter, { after, size: PAGE_SIZE }),
  };
}

export const GET = exportRoute(plan);
