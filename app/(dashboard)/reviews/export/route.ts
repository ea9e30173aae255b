import type { Actor } from "@/lib/core/access";
import { listReviews } from "@/lib/registry/review/queries";
import type { ReviewSummary } from "@/lib/registry/review/view";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";

async function plan(actor: Actor): Promise<ExportPlan<ReviewSummary>> {
  return {
    name: "reviews",
    columns: [
      { name: "id", value: ({ id }) => id },
      { name: "quarter", value: ({ quarter }) => quarter },
      { name: "state", value: ({ state }) => state },
      { name: "incomplete_items", value: ({ incompleteItems }) => incompleteItems },
      { name: "opened_at", value: ({ openedAt }) => openedAt },
      { name: "opened_by", value: ({ openedBy }) => openedBy },
      { name: "completed_at", value: ({ completedAt }) => completedAt },
      { name: "completed_by", value: ({ completedBy }) => completedBy },
    ],
    page: async () => ({ items: (await listReviews(actor)).items, next: null }),
  };
}

export const GET = exportRoute(plan);
