import type { Metadata } from "next";
import { CalendarFilterBar } from "@/components/calendar/calendar-filter";
import { OccurrenceDays } from "@/components/calendar/occurrence-days";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { Alert } from "@/components/ui/alert";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterSelect } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { FilterSkeleton, TableSkeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import { timeZone } from "@/lib/core/calendar/entry";
import { calendarPlaces } from "@/lib/registry/calendar/queries";
import { type CalendarItem, type Upcoming, upcomingItems } from "@/lib/registry/calendar/upcoming";
import { type Loading, load } from "@/lib/web/load";
import { readParams, type SearchParams } from "@/lib/web/search-params";

export const metadata: Metadata = { title: "Calendar" };

const PATH = "/calendar";
const DAYS = 56;

export default async function CalendarPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { zone, ...filter } = await readParams(searchParams, ["environment", "service", "zone"]);
  const places = load(calendarPlaces(actor));
  const upcoming = load(upcomingItems(actor, filter, DAYS));
  return (
    <>
      <PageHeader
        title="Calendar"
        description={
          <>
            Rollout windows, freezes and planned rehearsals of the next eight weeks. Windows and freezes are set under{" "}
            <TextLink href="/settings/calendars">Settings, Calendars</TextLink>.
          </>
        }
      />
      <Streamed section={Found({ places, upcoming, filter, zone })} fallback={<CalendarSkeleton />} />
    </>
  );
}

type FoundProps = {
  places: Loading<typeof calendarPlaces>;
  upcoming: Loading<typeof upcomingItems>;
  filter: { environment?: string; service?: string };
  /** As it was asked for. */
  zone?: string;
};

/** The filters too: which zones there are to choose from depends on what is coming. */
async function Found({ places: placing, upcoming: pending, filter, zone }: FoundProps) {
  const [places, upcoming] = await Promise.all([placing, pending]);
  const failed = places.ok ? upcoming : places;
  const zones = upcoming.ok ? zonesOf(upcoming.data) : ["UTC"];
  const shownIn = timeZone.safeParse(zone).success ? (zone ?? "UTC") : (zones[0] ?? "UTC");
  return (
    <>
      {places.ok && (
        <CalendarFilterBar path={PATH} places={places.data} filter={filter}>
          <FilterSelect
            name="zone"
            label="Times in"
            value={zone}
            allLabel={zones[0]}
            options={zones.slice(1).map((each) => ({ value: each, label: each }))}
          />
        </CalendarFilterBar>
      )}
      {!failed.ok && <LoadFailure failure={failed.failure} retryHref={PATH} />}
      {upcoming.ok && <Coming upcoming={upcoming.data} zone={shownIn} isFiltered={hasFilter(filter)} />}
    </>
  );
}

function CalendarSkeleton() {
  return (
    <>
      <FilterSkeleton fields={3} />
      <TableSkeleton columns={4} label="Loading the calendar" />
    </>
  );
}

const hasFilter = ({ environment, service }: { environment?: string; service?: string }) =>
  Boolean(environment || service);

/** The zone of most entries first, UTC among them. */
function zonesOf({ items }: Upcoming<CalendarItem>): string[] {
  const counts = new Map<string, Set<string>>([["UTC", new Set()]]);
  for (const item of items) {
    if (item.kind !== "rehearsal") counts.set(item.timeZone, (counts.get(item.timeZone) ?? new Set()).add(item.id));
  }
  return [...counts].sort(([, one], [, other]) => other.size - one.size).map(([zone]) => zone);
}

type ComingProps = { upcoming: Upcoming<CalendarItem>; zone: string; isFiltered: boolean };

function Coming({ upcoming, zone, isFiltered }: ComingProps) {
  const { items, unreadable, now } = upcoming;
  return (
    <>
      {unreadable.map((name) => (
        <Alert key={name} tone="no-go" title={`${name} cannot be read`} className="mb-4">
          While it is so, no release of its place enters production.
        </Alert>
      ))}
      {items.length > 0 && <OccurrenceDays items={items} now={now} zone={zone} />}
      {items.length === 0 && isFiltered && <NoMatch clearHref={PATH} />}
      {items.length === 0 && !isFiltered && (
        <NothingYet title="Nothing in the next eight weeks">
          No freeze, no rollout window that a rollout would be held to, and no planned rehearsal.
        </NothingYet>
      )}
    </>
  );
}
