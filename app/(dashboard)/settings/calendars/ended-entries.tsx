import { CalendarTable } from "@/components/calendar/calendar-table";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import type { CalendarView } from "@/lib/registry/calendar/view";
import type { Page } from "@/lib/registry/keyset";
import { hrefOf } from "@/lib/web/search-params";

type EndedEntriesProps = Page<CalendarView> & {
  now: string;
  filter: { environment?: string; service?: string };
  isFiltered: boolean;
};

/** What is over, the latest first: it is kept, for decisions were made by it. */
export function EndedEntries({ items, previous, next, now, filter, isFiltered }: EndedEntriesProps) {
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
