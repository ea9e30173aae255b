import type { Metadata } from "next";
import { CalendarFilterBar } from "@/components/calendar/calendar-filter";
import { AddEntryDialog } from "@/components/calendar/entry-dialog";
import { LoadFailure } from "@/components/page/load-failure";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { Button } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { type CalendarPlaces, calendarPlaces, endedCalendars, listCalendars } from "@/lib/registry/calendar/queries";
import { load } from "@/lib/web/load";
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
  const [places, standing, ended] = await Promise.all([
    load(calendarPlaces(actor)),
    isEnded ? null : load(listCalendars(actor, filter)),
    isEnded ? load(endedCalendars(actor, rest)) : null,
  ]);
  const failed = [places, standing, ended].find((each) => each && !each.ok);
  const isFiltered = Boolean(filter.environment || filter.service);
  const manages = can(actor, "calendar:manage");
  const now = [standing, ended].flatMap((each) => (each?.ok ? [each.data.now] : []))[0];
  return (
    <SettingsFrame
      current={PATH}
      description={<Description manages={manages} />}
      actions={manages && places.ok && now && <AddButtons places={places.data} now={now} />}
    >
      <LinkTabs
        label="Entries"
        items={[
          { href: hrefOf(PATH, filter), label: "In use", current: !isEnded },
          { href: hrefOf(PATH, { ...filter, view: "ended" }), label: "Ended", current: isEnded },
        ]}
      />
      {places.ok && <CalendarFilterBar path={PATH} places={places.data} filter={filter} view={view} />}
      {failed && !failed.ok && <LoadFailure failure={failed.failure} retryHref={PATH} />}
      {places.ok && standing?.ok && (
        <StandingEntries {...standing.data} places={places.data} manages={manages} isFiltered={isFiltered} />
      )}
      {ended?.ok && <EndedEntries {...ended.data} filter={filter} isFiltered={isFiltered} />}
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

function AddButtons({ places, now }: { places: CalendarPlaces; now: string }) {
  const common = { places, now, action: createEntryAction };
  return (
    <>
      <AddEntryDialog {...common} kind="window" trigger={<Button>Add a rollout window</Button>} />
      <AddEntryDialog {...common} kind="freeze" trigger={<Button variant="primary">Add a freeze</Button>} />
    </>
  );
}
