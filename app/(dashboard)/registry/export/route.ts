import type { Actor } from "@/lib/core/access";
import { listEntries } from "@/lib/registry/ledger/queries";
import type { EntrySummary } from "@/lib/registry/ledger/summary";
import type { ExportPlan } from "@/lib/web/export";
import { exportRoute } from "@/lib/web/export-route";
import type { SearchParams } from "@/lib/web/search-params";
import { readLedgerFilter } from "../(list)/filter";

const PAGE_SIZE = 500;

async function plan(actor: Actor, asked: SearchParams): Promise<ExportPlan<EntrySummary>> {
  const { filter } = await readLedgerFilter(asked);
  return {
    name: "registry",
    columns: [
      { name: "entry", value: ({ index }) => index },
      { name: "at", value: ({ at }) => at },
      { name: "actor_kind", value: ({ actor: by }) => by?.kind ?? null },
      { name: "actor", value: ({ actor: by }) => by?.name ?? null },
      { name: "command", value: ({ command }) => command },
      { name: "kind", value: ({ kind }) => kind },
      { name: "record", value: ({ subjects }) => subjects[0] ?? null },
      { name: "name", value: ({ name }) => name },
      { name: "what", value: ({ sentence }) => sentence },
      { name: "leaf_hash", value: ({ leaf }) => leaf },
    ],
    page: (after) => listEntries(actor, { ...filter, after, size: PAGE_SIZE }),
  };
}

export const GET = exportRoute(plan);
