import type { Actor } from "@/lib/core/access";
import { type ExportedItem, exportActionItems } from "@/lib/registry/action-item/export";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readActionItemFilter } from "../(list)/filter";

/** The columns that an import reads have the names that it knows. */
async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<ExportedItem>> {
  const { filter } = await readActionItemFilter(asked);
  return {
    name: "action-items",
    columns: [
      { name: "id", value: ({ id }) => id },
      { name: "title", value: ({ title }) => title },
      { name: "detail", value: ({ detail }) => detail },
      { name: "service", value: ({ service }) => service },
      { name: "owner", value: ({ owner }) => owner.name },
      { name: "owner_email", value: ({ ownerEmail }) => ownerEmail },
      { name: "due_at", value: ({ dueAt }) => dueAt },
      { name: "priority", value: ({ priority }) => priority },
      { name: "state", value: ({ state }) => state },
      { name: "overdue", value: ({ overdue }) => (overdue ? "yes" : "no") },
      { name: "origin", value: ({ origin }) => origin },
      { name: "incident", value: ({ incident }) => incident?.reference ?? null },
      { name: "issue", value: ({ issue }) => issue?.url ?? null },
      { name: "tracker", value: ({ trackerUrl }) => trackerUrl },
      { name: "opened_at", value: ({ openedAt }) => openedAt },
      { name: "closed_at", value: ({ closedAt }) => closedAt },
      { name: "closed_by", value: ({ closedBy }) => closedBy },
      { name: "closing_note", value: ({ closingNote }) => closingNote },
    ],
    page: (after) => exportActionItems(actor, filter, { after }),
  };
}

export const GET = exportRoute(plan);
