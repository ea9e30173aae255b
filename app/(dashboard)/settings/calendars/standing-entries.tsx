import { CalendarTable } from "@/components/calendar/calendar-table";
import { EndDialog } from "@/components/calendar/end-dialog";
import { ChangeEntryDialog } from "@/components/calendar/entry-dialog";
import { LoadFailure } from "@/components/page/load-failure";
import { Button } from "@/components/ui/button";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { CalendarPlaces, listCalendars } from "@/lib/registry/calendar/queries";
import type { CalendarView } from "@/lib/registry/calendar/view";
import type { Loading } from "@/lib/web/load";
import { changeEntryAction, endEntryAction } from "./actions";

type StandingEntriesProps = {
  list: Loading<typeof listCalendars>;
  places: CalendarPlaces;
  manages: boolean;
  isFiltered: boolean;
};

/** What is in use, by environment. */
export async function StandingEntries({ list: pending, places, manages, isFiltered }: StandingEntriesProps) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref="/settings/calendars" />;
  const { items, now } = list.data;
  if (items.length === 0) {
    return isFiltered ? (
      <NoMatch clearHref="/settings/calendars" />
    ) : (
      <NothingYet title="No rollout window and no freeze">
        Production may be entered at any time that the release's own manifest names.
      </NothingYet>
    );
  }
  const actionsOf = (entry: CalendarView) => (
    <div className="flex flex-wrap justify-end gap-2 max-md:justify-start">
      <ChangeEntryDialog
        entry={entry}
        places={places}
        now={now}
        action={changeEntryAction}
        trigger={
          <Button size="sm" aria-label={`Change ${entry.name}`}>
            Change
          </Button>
        }
      />
      <EndDialog entry={entry} action={endEntryAction} />
    </div>
  );
  return groupsOf(items, places).map(({ title, entries }) => (
    <Section key={title} title={title} count={entries.length}>
      <CalendarTable
        caption={`Windows and freezes of ${title.toLowerCase()}`}
        items={entries}
        now={now}
        actionsOf={manages ? actionsOf : undefined}
      />
    </Section>
  ));
}

/** Every production environment first, then each in the order of promotion. */
function groupsOf(items: readonly CalendarView[], { environments }: CalendarPlaces) {
  const groups = [null, ...environments.map(({ slug }) => slug)].map((slug) => ({
    title: slug ?? "Every production environment",
    entries: items.filter(({ environment }) => environment === slug),
  }));
  return groups.filter(({ entries }) => entries.length > 0);
}
