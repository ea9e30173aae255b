import type { Metadata } from "next";
import { FirstNextPager } from "@/components/page/first-next-pager";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { AddServiceDialog } from "@/components/settings/add-service-dialog";
import { ServiceTable } from "@/components/settings/service-table";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSearch } from "@/components/ui/filter-bar";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { listServices } from "@/lib/registry/service/queries";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { createServiceAction } from "./actions";

export const metadata: Metadata = { title: "Services" };

const PATH = "/settings/services";

export default async function ServicesPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { q, after } = await readParams(searchParams, ["q", "after"]);
  const manages = can(actor, "service:manage");
  const list = load(listServices(actor, { q, after }));
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
      <Streamed
        section={Found({ list, q, after })}
        fallback={<TableSkeleton columns={4} label="Loading the services" />}
      />
    </SettingsFrame>
  );
}

type FoundProps = { list: Loading<typeof listServices>; q?: string; after?: string };

async function Found({ list: pending, q, after }: FoundProps) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={PATH} />;
  const { items, next, now } = list.data;
  if (items.length === 0) return q ? <NoMatch clearHref={PATH} /> : <NoService />;
  return (
    <>
      <ServiceTable items={items} now={now} />
      <FirstNextPager
        label="Pages of services"
        firstHref={after && hrefOf(PATH, { q })}
        nextHref={next ? hrefOf(PATH, { q, after: next }) : undefined}
      />
    </>
  );
}

function NoService() {
  return (
    <NothingYet title="There is no service yet">Releases, scorecards and rehearsals each belong to one.</NothingYet>
  );
}
