import type { Metadata } from "next";
import { CalendarFilterBar } from "@/components/calendar/calendar-filter";
import { AddEntryDialog } from "@/components/calendar/entry-dialog";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { Button } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { ButtonSkeleton, TableSkeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { type CalendarPlaces, calendarPlaces, endedCalendars, listCalendars } from "@/lib/registry/calendar/queries";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { createEntryAction } from "./actions";
import { EndedEntries } from "./ended-entries";
import { StandingEntries } from "./standing-entries";

export const metadata: Metadata = { title: "Calendars" };

const PATH = "/settings/calendars";

export default async function CalendarsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const params = await readParams(searchParams, ["view", "environment", "service", "after", "before"]);
  const { view, ...rest } = params;
  const filter = { environment: rest.environment, service: rest.service };
  const isEnded = view === "ended";
  const standing = isEnded ? null : load(listCalendars(actor, filter));
  const ended = isEnded ? load(endedCalendars(actor, rest)) : null;
  const places = await load(calendarPlaces(actor));
  const isFiltered = Boolean(filter.environment || filter.service);
  const manages = can(actor, "calendar:manage");
  return (
    <SettingsFrame
      current={PATH}
      description={<Description manages={manages} />}
      actions={
        manages &&
        places.ok && (
          <Streamed
            section={AddButtons({ places: places.data, list: standing ?? ended })}
            fallback={<ButtonSkeleton />}
          />
        )
      }
    >
      <LinkTabs
        label="Entries"
        items={[
          { href: hrefOf(PATH, filter), label: "In use", current: !isEnded },
          { href: hrefOf(PATH, { ...filter, view: "ended" }), label: "Ended", current: isEnded },
        ]}
      />
      {places.ok && <CalendarFilterBar path={PATH} places={places.data} filter={filter} view={view} />}
      {!places.ok && <LoadFailure failure={places.failure} retryHref={PATH} />}
      {places.ok && standing && (
        <Streamed
          section={StandingEntries({ list: standing, places: places.data, manages, isFiltered })}
          fallback={<TableSkeleton columns={manages ? 5 : 4} label="Loading the calendars" />}
        />
      )}
      {ended && (
        <Streamed
          section={EndedEntries({ list: ended, filter, isFiltered })}
          fallback={<TableSkeleton columns={5} label="Loading what has ended" />}
        />
      )}
    </SettingsFrame>
  );
}

function Description({ manages }: { manages: boolean }) {
  return (
    <>
      When production may be entered: rollout windows, and freezes in which it may not.{" "}
      <TextLink href="/calendar">What comes in the next eight weeks</TextLink>
      {!manages && ` Changing them takes the role ${rolesWith("calendar:manage").join(" or ")}.`}
    </>
  );
}

type AddButtonsProps = {
  places: CalendarPlaces;
  /** What the page lists; it tells the time that new entries begin at. */
  list: Loading<typeof listCalendars> | Loading<typeof endedCalendars> | null;
};

async function AddButtons({ places, list: pending }: AddButtonsProps) {
  const list = await pending;
  if (!list?.ok) return null;
  const { now } = list.data;
  const common = { places, now, action: createEntryAction };
  return (
    <>
      <AddEntryDialog {...common} kind="window" trigger={<Button>Add a rollout window</Button>} />
      <AddEntryDialog {...common} kind="freeze" trigger={<Button variant="primary">Add a freeze</Button>} />
    </>
  );
}
