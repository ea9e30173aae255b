import { CalendarTable } from "@/components/calendar/calendar-table";
import { LoadFailure } from "@/components/page/load-failure";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import type { endedCalendars } from "@/lib/registry/calendar/queries";
import type { Loading } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";

type EndedEntriesProps = {
  list: Loading<typeof endedCalendars>;
  filter: { environment?: string; service?: string };
  isFiltered: boolean;
};

/** What is over, the latest first: it is kept, for decisions were made by it. */
export async function EndedEntries({ list: pending, filter, isFiltered }: EndedEntriesProps) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref="/settings/calendars?view=ended" />;
  const { items, previous, next, now } = list.data;
  if (items.length === 0) {
    if (isFiltered) return <NoMatch clearHref="/settings/calendars?view=ended" />;
    return <NothingYet title="Nothing has ended yet">An entry that is changed or ended stays here.</NothingYet>;
  }
  const href = (cursor: Record<string, string | null>) =>
    hrefOf("/settings/calendars", { ...filter, view: "ended", ...cursor });
  return (
    <>
      <CalendarTable caption="Windows and freezes that are over" items={items} now={now} withPlace />
      <Pager
        label="Pages of ended entries"
        newerHref={previous ? href({ before: previous }) : undefined}
        olderHref={next ? href({ after: next }) : undefined}
      />
    </>
  );
}
