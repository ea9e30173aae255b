import type { Actor } from "@/lib/core/access";
import type { ActionItemSummary } from "@/lib/registry/action-item/view";
import { listOverdueItems } from "@/lib/registry/readiness/overdue-items";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readScope } from "../../query";

const PAGE_SIZE = 500;

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<ActionItemSummary>> {
  const { period, service } = await readScope(asked);
  return {
    name: `overdue-items-${period}`,
    columns: [
      { name: "id", value: ({ id }) => id },
      { name: "title", value: ({ title }) => title },
      { name: "service", value: ({ service: slug }) => slug },
      { name: "owner", value: ({ owner }) => owner.name },
      { name: "priority", value: ({ priority }) => priority },
      { name: "incident", value: ({ incident }) => incident?.reference ?? null },
      { name: "due_at", value: ({ dueAt }) => dueAt },
      { name: "state_today", value: ({ state }) => state },
      { name: "closed_at", value: ({ closedAt }) => closedAt },
    ],
    page: (after) => listOverdueItems(actor, { period, service }, { after, size: PAGE_SIZE }),
  };
}

export const GET = exportRoute(plan);
