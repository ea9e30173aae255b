import type { ReactNode } from "react";
import { historyHref } from "@/components/ledger/record-href";
import { exactTime } from "@/components/time/format";
import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { clockText, dayText } from "@/lib/core/calendar/wall";
import type { CalendarView } from "@/lib/registry/calendar/view";
import { ForceStatus } from "./force-status";
import { KIND_WORDS } from "./words";

type CalendarTableProps = {
  caption: string;
  items: readonly CalendarView[];
  now: string;
  /** Says for which environment each entry is. */
  withPlace?: boolean;
  /** What the reader can do with an entry. */
  actionsOf?: (entry: CalendarView) => ReactNode;
};

export function CalendarTable({ caption, items, now, withPlace = false, actionsOf }: CalendarTableProps) {
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>Name</Th>
          <Th>When</Th>
          <Th>Now</Th>
          <Th>Next change</Th>
          {actionsOf && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </Tr>
      </THead>
      <TBody>
        {items.map((entry) => (
          <Tr key={entry.id} id={entry.id} className="scroll-mt-16 target:bg-accent-soft">
            <Td header label="Name">
              <NameCell entry={entry} withPlace={withPlace} />
            </Td>
            <Td label="When">
              <WhenCell entry={entry} now={now} />
            </Td>
            <Td label="Now">
              <ForceStatus kind={entry.kind} inForce={entry.inForce} validity={validityOf(entry, now)} />
            </Td>
            <Td label="Next change">
              {entry.nextChange ? (
                <Instant at={entry.nextChange} now={now} prefix={changeWord(entry)} />
              ) : (
                <span className="text-muted">none</span>
              )}
            </Td>
            {actionsOf && <Td label="Actions">{actionsOf(entry)}</Td>}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function validityOf({ validFrom, validUntil }: CalendarView, now: string): "upcoming" | "current" | "over" {
  if (validUntil !== null && validUntil <= now) return "over";
  return validFrom > now ? "upcoming" : "current";
}

function changeWord({ kind, inForce }: CalendarView): string {
  if (kind === "window") return inForce ? "closes" : "opens";
  return inForce ? "ends" : "begins";
}

/** On the wall clock of the entry's zone, which its rule states. */
function localText({ timeZone, inForce }: CalendarView, at: string): string {
  return inForce === null ? exactTime(at) : `${dayText(new Date(at), timeZone)} ${clockText(new Date(at), timeZone)}`;
}

function NameCell({ entry, withPlace }: { entry: CalendarView; withPlace: boolean }) {
  return (
    <div className="grid gap-0.5">
      <p className="font-medium [overflow-wrap:anywhere]">{entry.name}</p>
      <p className="flex flex-wrap gap-1.5">
        <Badge>{KIND_WORDS[entry.kind]}</Badge>
        <Badge>{entry.service ?? "every service"}</Badge>
        {withPlace && <Badge>{entry.environment ?? "every production environment"}</Badge>}
      </p>
      <p className="text-muted text-sm [overflow-wrap:anywhere]">{entry.reason}</p>
      <TextLink quiet href={historyHref(entry.id)} className="w-fit text-sm">
        History
      </TextLink>
    </div>
  );
}

function WhenCell({ entry, now }: { entry: CalendarView; now: string }) {
  const { sentence, validFrom, validUntil, overridableBy, kind, ended } = entry;
  return (
    <div className="grid gap-0.5 [overflow-wrap:anywhere]">
      <p>{sentence}</p>
      {validFrom > now && <p className="text-muted text-sm">Valid from {localText(entry, validFrom)}</p>}
      {validUntil && <p className="text-muted text-sm">Valid until {localText(entry, validUntil)}</p>}
      {kind === "freeze" && (
        <p className="text-muted text-sm">
          {overridableBy.length > 0 ? `May be overridden by ${overridableBy.join(" or ")}` : "Nobody may override it"}
        </p>
      )}
      {ended && (
        <p className="text-muted text-sm">
          Ended by {ended.by}: {ended.reason}
        </p>
      )}
    </div>
  );
}
