import type { Metadata } from "next";
import { ActionItemTable } from "@/components/action-item/action-item-table";
import { OpenItemDialog } from "@/components/action-item/open-dialog";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { ButtonLink } from "@/components/ui/button";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { pageViewer } from "@/lib/auth/page-actor";
import { can } from "@/lib/core/access";
import { listActionItems, ownerChoices } from "@/lib/registry/action-item/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { openActionItemAction } from "../actions";
import { readActionItemFilter } from "./filter";

export const metadata: Metadata = { title: "Action items" };

const PATH = "/action-items";
const OTHER_STATES = [
  { value: "done", label: "Done" },
  { value: "cancelled", label: "Cancelled" },
  { value: "all", label: "All" },
];

export default async function ActionItemsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, address, page } = await readActionItemFilter(searchParams);
  const [list, services, people] = await Promise.all([
    load(listActionItems(actor, filter, page)),
    load(serviceChoices(actor)),
    load(ownerChoices(actor)),
  ]);
  const owners = people.ok ? people.data : [];
  const isFiltered = Object.values(address).some((value) => value !== undefined);
  return (
    <>
      <PageHeader
        title="Action items"
        description="What is to be done after a break-glass, a deployment without approval, a failed rehearsal or an incident."
        actions={
          <>
            {can(actor, "action-item:manage") && (
              <OpenItemDialog people={owners} services={choices(services)} action={openActionItemAction} />
            )}
            <ExportLinks what="action items" href={hrefOf(`${PATH}/export`, address)} />
          </>
        }
      />
      <FilterBar action={PATH} clearHref={isFiltered ? PATH : undefined}>
        <FilterSelect name="state" label="State" value={address.state} options={OTHER_STATES} allLabel="Open" />
        <FilterSelect
          name="owner"
          label="Owner"
          value={filter.owner}
          options={owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FilterSelect name="service" label="Service" value={filter.service} options={choices(services)} />
        <FilterSelect
          name="overdue"
          label="Due"
          value={filter.overdue ? "yes" : undefined}
          options={[{ value: "yes", label: "Overdue" }]}
          allLabel="Any time"
        />
      </FilterBar>
      {list.ok ? (
        <Found list={list.data} address={address} isFiltered={isFiltered} />
      ) : (
        <LoadFailure failure={list.failure} retryHref={PATH} />
      )}
    </>
  );
}

type FoundProps = {
  list: Awaited<ReturnType<typeof listActionItems>>;
  address: Record<string, string | undefined>;
  isFiltered: boolean;
};

function Found({ list, address, isFiltered }: FoundProps) {
  if (list.items.length === 0) {
    if (isFiltered) return <NoMatch clearHref={PATH} />;
    return (
      <NothingYet title="No action item is open">
        They are opened with a break-glass, or by those who explain a deployment without approval; or by hand.
      </NothingYet>
    );
  }
  return (
    <>
      <ActionItemTable items={list.items} now={list.now} />
      {(list.previous || list.next) && (
        <nav aria-label="Pages of action items by due day" data-no-print="" className="flex justify-end gap-2 pt-3">
          {list.previous && (
            <ButtonLink href={hrefOf(PATH, { ...address, before: list.previous })} rel="prev" size="sm">
              Sooner
            </ButtonLink>
          )}
          {list.next && (
            <ButtonLink href={hrefOf(PATH, { ...address, after: list.next })} rel="next" size="sm">
              Later
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}
