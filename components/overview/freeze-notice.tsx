import { placeWords } from "@/components/calendar/words";
import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { wallText } from "@/lib/core/calendar/wall";
import type { OccurrenceView, Upcoming } from "@/lib/registry/calendar/upcoming";

/** What holds every rollout of a place up now; nothing where nothing does. */
export function FreezeNotice({ items, unreadable, now }: Upcoming<OccurrenceView>) {
  return (
    <>
      {items.map(({ id, name, reason, end, timeZone, ...place }) => (
        <Alert
          key={`${id} ${end}`}
          tone="waiver"
          className="mb-4"
          title={`Freeze in force: ${name} until ${wallText(new Date(end), timeZone)}`}
        >
          {reason} For {placeWords(place)}; <Instant at={end} now={now} prefix="ends" />.{" "}
          <TextLink href="/calendar">Calendar</TextLink>
        </Alert>
      ))}
      {unreadable.map((name) => (
        <Alert key={name} tone="no-go" className="mb-4" title={`The freeze ${name} cannot be read`}>
          While it is so, no release of its place enters production.{" "}
          <TextLink href="/settings/calendars">Calendars</TextLink>
        </Alert>
      ))}
    </>
  );
}
