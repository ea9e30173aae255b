import type { Metadata } from "next";
import { ImportItemsDialog } from "@/components/action-item/import-dialog";
import { OpenItemDialog } from "@/components/action-item/open-dialog";
import { ExportLinks } from "@/components/page/export-links";
import { Streamed } from "@/components/page/streamed";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { BoardSkeleton, NumbersSkeleton, TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can } from "@/lib/core/access";
import { ownerChoices } from "@/lib/registry/action-item/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { importActionItemsAction, openActionItemAction } from "../actions";
import { AgeingPart } from "./ageing-part";
import { BoardPart } from "./board-part";
import { readActionItemFilter } from "./filter";
import { ItemFilters } from "./item-filters";
import { ListPart } from "./list-part";

export const metadata: Metadata = { title: "Action items" };

const PATH = "/action-items";

export default async function ActionItemsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const asked = await readActionItemFilter(searchParams);
  const { address, isBoard } = asked;
  const [services, people] = await Promise.all([load(serviceChoices(actor)), load(ownerChoices(actor))]);
  const owners = people.ok ? people.data : [];
  const isFiltered = Object.entries(address).some(([name, value]) => name !== "view" && value !== undefined);
  const clearHref = hrefOf(PATH, { view: address.view });
  const part = { actor, asked, path: PATH, isFiltered, clearHref };
  const { state: _, overdue: __, view: ___, ...kept } = address;
  return (
    <>
      <PageHeader
        title="Action items"
        description="What is to be done after an incident, a break-glass, a deployment without approval or a failed rehearsal."
        actions={
          <>
            {can(actor, "action-item:manage") && (
              <>
                <OpenItemDialog people={owners} services={choices(services)} action={openActionItemAction} />
                <ImportItemsDialog action={importActionItemsAction} />
              </>
            )}
            <ExportLinks what="action items" href={hrefOf(`${PATH}/export`, { ...address, view: undefined })} />
          </>
        }
      />
      <LinkTabs
        label="Views of the action items"
        items={[
          { href: hrefOf(PATH, kept), label: "List", current: !isBoard },
          { href: hrefOf(PATH, { view: "board", ...kept }), label: "Board", current: isBoard },
        ]}
      />
      <ItemFilters
        action={PATH}
        address={address}
        people={owners}
        services={choices(services)}
        clearHref={isFiltered ? clearHref : undefined}
      />
      <Streamed section={AgeingPart(part)} fallback={<NumbersSkeleton count={4} />} />
      <Streamed
        section={isBoard ? BoardPart(part) : ListPart({ ...part, people: owners })}
        fallback={isBoard ? <BoardSkeleton /> : <TableSkeleton columns={6} label="Loading the action items" />}
      />
    </>
  );
}
