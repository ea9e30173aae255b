import { VERDICT_WORDS } from "@/components/gate/verdict-words";
import type { Actor } from "@/lib/core/access";
import { type DecisionSummary, decisionHistory } from "@/lib/registry/gate/decision-queries";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";

const PAGE_SIZE = 200;

async function plan(actor: Actor, _: SearchParams, { id }: { id: string }): Promise<ExportPlan<DecisionSummary>> {
  return {
    name: "decisions",
    columns: [
      { name: "id", value: (decision) => decision.id },
      { name: "verdict", value: ({ verdict }) => VERDICT_WORDS[verdict].word },
      { name: "why", value: ({ summary }) => summary },
      { name: "policy_version", value: ({ policyVersion }) => policyVersion },
      { name: "manifest_digest", value: ({ manifestDigest }) => manifestDigest },
      { name: "decided_at", value: ({ decidedAt }) => decidedAt },
      { name: "decided_by", value: ({ decidedBy }) => decidedBy },
    ],
    page: (after) => decisionHistory(actor, id, { after, size: PAGE_SIZE }),
  };
}

export const GET = exportRoute(plan);
