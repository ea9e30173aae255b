import { ActionItemTable } from "@/components/action-item/action-item-table";
import { BulkEdit } from "@/components/action-item/bulk-edit";
import { LoadFailure } from "@/components/page/load-failure";
import { ButtonLink } from "@/components/ui/button";
import { NoMatch } from "@/components/ui/empty-state";
import { can } from "@/lib/core/access";
import { listActionItems, type PersonChoice } from "@/lib/registry/action-item/queries";
import { load } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";
import { changeActionItemsAction } from "../actions";
import { NoItemYet } from "./no-item-yet";
import type { PartProps } from "./part";

type ListPartProps = PartProps & { people: readonly PersonChoice[] };

/** What is chosen in one list is not chosen in another. */
export async function ListPart({ actor, asked, people, isFiltered, clearHref, path }: ListPartProps) {
  const list = await load(listActionItems(actor, asked.filter, asked.page));
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={clearHref} />;
  const { items, now, previous, next } = list.data;
  if (items.length === 0) return isFiltered ? <NoMatch clearHref={clearHref} /> : <NoItemYet />;
  return (
    <>
      {can(actor, "action-item:manage") ? (
        <BulkEdit key={JSON.stringify(asked.address)} people={people} action={changeActionItemsAction}>
          <ActionItemTable items={items} now={now} choosable />
        </BulkEdit>
      ) : (
        <ActionItemTable items={items} now={now} />
      )}
      <Neighbours path={path} address={asked.address} previous={previous} next={next} />
    </>
  );
}

type NeighboursProps = {
  path: string;
  address: PartProps["asked"]["address"];
  previous: string | null;
  next: string | null;
};

function Neighbours({ path, address, previous, next }: NeighboursProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label="Pages of action items by due day" data-no-print="" className="flex justify-end gap-2 pt-3">
      {previous && (
        <ButtonLink href={hrefOf(path, { ...address, before: previous })} rel="prev" size="sm">
          Sooner
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={hrefOf(path, { ...address, after: next })} rel="next" size="sm">
          Later
        </ButtonLink>
      )}
    </nav>
  );
}
