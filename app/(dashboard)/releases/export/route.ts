import { VERDICT_WORDS } from "@/components/gate/verdict-words";
import type { Actor } from "@/lib/core/access";
import { listReleases } from "@/lib/registry/release/queries";
import type { ReleaseSummary } from "@/lib/registry/release/summary";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readReleaseFilter } from "../(list)/filter";

const PAGE_SIZE = 500;

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<ReleaseSummary>> {
  const { filter } = await readReleaseFilter(asked);
  return {
    name: "releases",
    columns: [
      { name: "id", value: ({ id }) => id },
      { name: "service", value: ({ service }) => service },
      { name: "environment", value: ({ environment }) => environment },
      { name: "version", value: ({ version }) => version },
      { name: "commit", value: ({ commit }) => commit },
      { name: "stage", value: ({ stage }) => stage },
      { name: "stage_status", value: ({ stageStatus }) => stageStatus },
      { name: "verdict", value: ({ verdict }) => VERDICT_WORDS[verdict].word },
      { name: "by_break_glass", value: ({ byBreakGlass }) => (byBreakGlass ? "yes" : "no") },
      {
        name: "last_decision",
        value: ({ lastDecision }) => (lastDecision ? VERDICT_WORDS[lastDecision.verdict].word : null),
      },
      { name: "last_decided_at", value: ({ lastDecision }) => lastDecision?.at ?? null },
      { name: "created_at", value: ({ createdAt }) => createdAt },
      { name: "created_by", value: ({ createdBy }) => createdBy },
      { name: "released_at", value: ({ releasedAt }) => releasedAt },
      { name: "lead_time_seconds", value: ({ leadTimeSeconds }) => leadTimeSeconds },
      { name: "ended_at", value: ({ endedAt }) => endedAt },
    ],
    page: (after) => listReleases(actor, filter, { after, size: PAGE_SIZE }),
  };
}

export const GET = exportRoute(plan);
