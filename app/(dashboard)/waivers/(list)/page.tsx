import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { ExpiryPager } from "@/components/waiver/expiry-pager";
import { WaiverTable } from "@/components/waiver/waiver-table";
import { pageViewer } from "@/lib/auth/page-actor";
import { serviceChoices } from "@/lib/registry/service/queries";
import { EXPIRING_DAYS, listWaivers, WAIVER_VIEWS, type WaiverView } from "@/lib/registry/waiver/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";

export const metadata: Metadata = { title: "Waivers" };

const PATH = "/waivers";
const VIEW_LABELS: Record<WaiverView, string> = {
  active: "In force",
  expiring: "Expiring soon",
  expired: "Expired",
  revoked: "Revoked",
  superseded: "Superseded",
  all: "All",
};

export default async function WaiversPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const {
    after,
    before,
    view: named,
    ...filter
  } = await readParams(searchParams, ["view", "service", "q", "after", "before"]);
  const view = WAIVER_VIEWS.find((each) => each === named) ?? "active";
  const [list, services] = await Promise.all([
    load(listWaivers(actor, { ...filter, view, after, before })),
    load(serviceChoices(actor)),
  ]);
  return (
    <>
      <PageHeader
        title="Waivers"
        description="Signed, expiring acceptances of a failing check. Each is granted on the page of its release."
      />
      <LinkTabs
        label="Waivers by state"
        items={WAIVER_VIEWS.map((each) => ({
          href: hrefOf(PATH, { ...filter, view: each }),
          label: VIEW_LABELS[each],
          current: each === view,
        }))}
      />
      <FilterBar action={PATH} clearHref={Object.keys(filter).length > 0 ? hrefOf(PATH, { view }) : undefined}>
        <input type="hidden" name="view" value={view} />
        <FilterSearch name="q" label="Check, finding or version" value={filter.q} />
        <FilterSelect name="service" label="Service" value={filter.service} options={choices(services)} />
      </FilterBar>
      {list.ok ? (
        <Found list={list.data} filter={filter} view={view} />
      ) : (
        <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, { ...filter, view })} />
      )}
    </>
  );
}

type FoundProps = {
  list: Awaited<ReturnType<typeof listWaivers>>;
  filter: Record<string, string | undefined>;
  view: WaiverView;
};

function Found({ list, filter, view }: FoundProps) {
  if (list.items.length > 0) {
    return (
      <>
        <WaiverTable items={list.items} now={list.now} />
        <ExpiryPager
          soonestFirst={view === "active" || view === "expiring"}
          previousHref={list.previous ? hrefOf(PATH, { ...filter, view, before: list.previous }) : undefined}
          nextHref={list.next ? hrefOf(PATH, { ...filter, view, after: list.next }) : undefined}
        />
      </>
    );
  }
  if (Object.keys(filter).length > 0) return <NoMatch clearHref={hrefOf(PATH, { view })} />;
  return (
    <NothingYet title={NONE[view]}>
      Approvers grant a waiver on the page of a release, for a check that fails.
    </NothingYet>
  );
}

const NONE: Record<WaiverView, string> = {
  active: "No waiver is in force",
  expiring: `No waiver expires within ${EXPIRING_DAYS} days`,
  expired: "No waiver has expired",
  revoked: "No waiver was revoked",
  superseded: "No waiver was extended or replaced",
  all: "No waiver was ever granted",
};
