import { LoadFailure } from "@/components/page/load-failure";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { RequestTable } from "@/components/waiver/request-table";
import type { Actor } from "@/lib/core/access";
import { listRequests } from "@/lib/registry/waiver/request-queries";
import { load } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";
import { isFiltered, paramsOf, requestFilterOf, type WaiverQuery } from "./filter";

const PATH = "/waivers";

type RequestListProps = { actor: Actor; query: WaiverQuery; page: { after?: string; before?: string } };

/** Waivers that somebody asked for; without a state in the address those that wait for a decision. */
export async function RequestList({ actor, query, page }: RequestListProps) {
  const list = await load(listRequests(actor, { ...requestFilterOf(query), ...page }));
  const params = paramsOf(query);
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, params)} />;
  const { items, now, previous, next } = list.data;
  if (items.length > 0) {
    return (
      <>
        <RequestTable items={items} now={now} />
        <Pager
          label="Pages of requests"
          newerHref={previous ? hrefOf(PATH, { ...params, before: previous }) : undefined}
          olderHref={next ? hrefOf(PATH, { ...params, after: next }) : undefined}
        />
      </>
    );
  }
  if (isFiltered(query)) return <NoMatch clearHref={hrefOf(PATH, { view: query.tab })} />;
  return (
    <NothingYet title="No request waits for a decision">
      Who cannot grant a waiver requests one on the page of a release, at the check that fails.
    </NothingYet>
  );
}
