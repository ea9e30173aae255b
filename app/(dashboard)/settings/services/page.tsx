import type { Metadata } from "next";
import { FirstNextPager } from "@/components/page/first-next-pager";
import { LoadFailure } from "@/components/page/load-failure";
import { AddServiceDialog } from "@/components/settings/add-service-dialog";
import { ServiceTable } from "@/components/settings/service-table";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSearch } from "@/components/ui/filter-bar";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { listServices } from "@/lib/registry/service/queries";
import { load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { createServiceAction } from "./actions";

export const metadata: Metadata = { title: "Services" };

const PATH = "/settings/services";

export default async function ServicesPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { q, after } = await readParams(searchParams, ["q", "after"]);
  const manages = can(actor, "service:manage");
  const list = await load(listServices(actor, { q, after }));
  const managers = rolesWith("service:manage").join(" or ");
  return (
    <SettingsFrame
      current={PATH}
      description={`What is released and measured.${manages ? "" : ` Adding one takes the role ${managers}.`}`}
      actions={manages && <AddServiceDialog action={createServiceAction} />}
    >
      <FilterBar action={PATH} clearHref={q && PATH}>
        <FilterSearch name="q" label="Name or team" value={q} />
      </FilterBar>
      {!list.ok && <LoadFailure failure={list.failure} retryHref={PATH} />}
      {list.ok && list.data.items.length === 0 && (q ? <NoMatch clearHref={PATH} /> : <NoService />)}
      {list.ok && list.data.items.length > 0 && (
        <>
          <ServiceTable items={list.data.items} now={list.data.now} />
          <FirstNextPager
            label="Pages of services"
            firstHref={after && hrefOf(PATH, { q })}
            nextHref={list.data.next ? hrefOf(PATH, { q, after: list.data.next }) : undefined}
          />
        </>
      )}
    </SettingsFrame>
  );
}

function NoService() {
  return (
    <NothingYet title="There is no service yet">Releases, scorecards and rehearsals each belong to one.</NothingYet>
  );
}
