import type { Actor } from "@/lib/core/access";
import { type ActionItemSummary, listActionItems } from "@/lib/registry/action-item/queries";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readActionItemFilter } from "../(list)/filter";

const PAGE_SIZE = 500;

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<ActionItemSummary>> {
  const { filter } = await readActionItemFilter(asked);
  return {
    name: "action-items",
    columns: [
      { name: "id", value: ({ id }) => id },
      { name: "title", value: ({ title }) => title },
      { name: "service", value: ({ service }) => service },
      { name: "owner", value: ({ owner }) => owner.name },
      { name: "due_at", value: ({ dueAt }) => dueAt },
      { name: "state", value: ({ state }) => state },
      { name: "overdue", value: ({ overdue }) => (overdue ? "yes" : "no") },
      { name: "origin", value: ({ origin }) => origin },
      { name: "opened_at", value: ({ openedAt }) => openedAt },
      { name: "closed_at", value: ({ closedAt }) => closedAt },
    ],
    page: (after) => listActionItems(actor, filter, { after, size: PAGE_SIZE }),
  };
}

export const GET = exportRoute(plan);
