import { LoadFailure } from "@/components/page/load-failure";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { ExpiryPager } from "@/components/waiver/expiry-pager";
import { WaiverTable } from "@/components/waiver/waiver-table";
import type { Actor } from "@/lib/core/access";
import { isInForce, listWaivers } from "@/lib/registry/waiver/queries";
import { load } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";
import { isFiltered, paramsOf, type WaiverQuery, waiverFilterOf } from "./filter";

const PATH = "/waivers";

type WaiverListProps = { actor: Actor; query: WaiverQuery; page: { after?: string; before?: string } };

/** Waivers that are in force, by their expiry, or all that there ever were. */
export async function WaiverList({ actor, query, page }: WaiverListProps) {
  const filter = waiverFilterOf(query);
  const list = await load(listWaivers(actor, { ...filter, ...page }));
  const params = paramsOf(query);
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, params)} />;
  const { items, now, previous, next } = list.data;
  if (items.length > 0) {
    return (
      <>
        <WaiverTable items={items} now={now} />
        <ExpiryPager
          soonestFirst={isInForce(filter.view)}
          previousHref={previous ? hrefOf(PATH, { ...params, before: previous }) : undefined}
          nextHref={next ? hrefOf(PATH, { ...params, after: next }) : undefined}
        />
      </>
    );
  }
  if (isFiltered(query)) return <NoMatch clearHref={hrefOf(PATH, { view: query.tab })} />;
  return (
    <NothingYet title={query.tab === "active" ? "No waiver is in force" : "No waiver was ever granted"}>
      Approvers grant a waiver on the page of a release, for a check that fails; everybody who works on it can request
      one there.
    </NothingYet>
  );
}
