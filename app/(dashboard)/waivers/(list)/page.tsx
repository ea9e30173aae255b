import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { Streamed } from "@/components/page/streamed";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import { checkTitle } from "@/components/waiver/waiver-table";
import { pageViewer } from "@/lib/auth/page-actor";
import { POLICY_CHECK_IDS } from "@/lib/core/gate/check-ids";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { isFiltered, paramsOf, readWaiverQuery, TAB_STATES, TABS, type Tab, type WaiverQuery } from "./filter";
import { RequestList } from "./request-list";
import { WaiverList } from "./waiver-list";

export const metadata: Metadata = { title: "Waivers" };

const PATH = "/waivers";
const TAB_LABELS: Record<Tab, string> = { active: "In force", requests: "Requests", all: "All" };
/** What the list holds while no state is chosen. */
const UNNARROWED: Record<Tab, string> = { active: "In force", requests: "Open", all: "All" };
const STATE_LABELS: Record<string, string> = {
  active: "In force",
  expiring: "Expiring within 7 days",
  "expiring-month": "Expiring in 8 to 30 days",
  "expiring-later": "Expiring later",
  expired: "Expired",
  revoked: "Revoked",
  superseded: "Superseded",
  open: "Open",
  granted: "Granted",
  denied: "Denied",
  withdrawn: "Withdrawn",
  lapsed: "Lapsed",
  all: "All",
};

export default async function WaiversPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { query, page } = await readWaiverQuery(searchParams);
  const { tab, state: _, ...shared } = query;
  const list = tab === "requests" ? RequestList({ actor, query, page }) : WaiverList({ actor, query, page });
  const [services, environments] = await Promise.all([load(serviceChoices(actor)), load(listEnvironments(actor))]);
  return (
    <>
      <PageHeader
        title="Waivers"
        description="Signed, expiring acceptances of a failing check. Each is granted or requested on the page of its release."
        actions={
          <ExportLinks
            what={tab === "requests" ? "requests" : "waivers"}
            href={hrefOf(`${PATH}/export`, paramsOf(query))}
          />
        }
      />
      <LinkTabs
        label="Waivers and requests"
        items={TABS.map((each) => ({
          href: hrefOf(PATH, { ...shared, view: each }),
          label: TAB_LABELS[each],
          current: each === tab,
        }))}
      />
      <Filters query={query} services={choices(services)} environments={choices(environments)} />
      <Streamed section={list} fallback={<TableSkeleton columns={6} label="Loading the list" />} />
    </>
  );
}

const CHECKS = POLICY_CHECK_IDS.map((value) => ({ value, label: checkTitle(value) }));

type Choices = ReturnType<typeof choices>;
type FiltersProps = { query: WaiverQuery; services: Choices; environments: Choices };

function Filters({ query, services, environments }: FiltersProps) {
  const { tab, state, service, environment, check, q } = query;
  // What the list holds without a choice is the first one of the field.
  const states = TAB_STATES[tab]
    .filter((value) => value !== "open")
    .map((value) => ({ value, label: STATE_LABELS[value] ?? value }));
  return (
    <FilterBar action={PATH} clearHref={isFiltered(query) ? hrefOf(PATH, { view: tab }) : undefined}>
      <input type="hidden" name="view" value={tab} />
      <FilterSearch name="q" label="Check, finding or version" value={q} />
      <FilterSelect name="service" label="Service" value={service} options={services} />
      {tab !== "requests" && (
        <FilterSelect name="environment" label="Environment" value={environment} options={environments} />
      )}
      <FilterSelect name="check" label="Check" value={check} options={CHECKS} />
      <FilterSelect name="state" label="State" value={state} options={states} allLabel={UNNARROWED[tab]} />
    </FilterBar>
  );
}
