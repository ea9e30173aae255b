import { Badge } from "@/components/ui/badge";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { clockText, dayText } from "@/lib/core/calendar/wall";
import type { CalendarItem } from "@/lib/registry/calendar/upcoming";
import { ForceStatus } from "./force-status";
import { KIND_WORDS, placeWords } from "./words";

type OccurrenceDaysProps = { items: readonly CalendarItem[]; now: string; zone: string };

/** What begins on which day of this zone; what is so already comes first. */
export function OccurrenceDays({ items, now, zone }: OccurrenceDaysProps) {
  return (
    <Table caption={`Rollout windows, freezes and planned rehearsals by day, times in ${zone}`}>
      <THead>
        <Tr>
          <Th>Day</Th>
          <Th>Time, {zone}</Th>
          <Th>What</Th>
          <Th>For</Th>
        </Tr>
      </THead>
      {daysOf(items, now, zone).map(([day, occurrences]) => (
        <TBody key={day} className="border-t">
          {occurrences.map((each, index) => (
            <Tr key={`${each.id} ${each.start}`}>
              <Td header label="Day" className="whitespace-nowrap">
                <span className={index > 0 ? "md:sr-only" : undefined}>{day}</span>
              </Td>
              <Td label="Time" className="tabular-nums">
                {spanText(each, zone, now)}
              </Td>
              <Td label="What">
                <What item={each} now={now} />
              </Td>
              <Td label="For">{placeWords(each)}</Td>
            </Tr>
          ))}
        </TBody>
      ))}
    </Table>
  );
}

function daysOf(items: readonly CalendarItem[], now: string, zone: string): [string, CalendarItem[]][] {
  const days = new Map<string, CalendarItem[]>();
  for (const each of items) {
    const day = each.start <= now ? "Now" : dayText(new Date(each.start), zone);
    days.set(day, [...(days.get(day) ?? []), each]);
  }
  return [...days];
}

/** The end's date only where it is of another day. */
function spanText(item: CalendarItem, zone: string, now: string): string {
  const from = new Date(item.start);
  if (item.kind === "rehearsal") return clockText(from, zone);
  const to = new Date(item.end);
  const [fromDay, toDay] = [dayText(from, zone), dayText(to, zone)];
  if (item.start <= now) return `until ${toDay} ${clockText(to, zone)}`;
  return `${clockText(from, zone)} to ${fromDay === toDay ? "" : `${toDay} `}${clockText(to, zone)}`;
}

function What({ item, now }: { item: CalendarItem; now: string }) {
  if (item.kind === "rehearsal") {
    return (
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <TextLink href="/rehearsals">Rollback rehearsal</TextLink>
        <Badge>Rehearsal</Badge>
        {item.leadName && <span className="text-muted">led by {item.leadName}</span>}
      </p>
    );
  }
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 [overflow-wrap:anywhere]">
      <TextLink href={`/settings/calendars#${item.id}`}>{item.name}</TextLink>
      <Badge>{KIND_WORDS[item.kind]}</Badge>
      {item.start <= now && <ForceStatus kind={item.kind} inForce />}
    </p>
  );
}
