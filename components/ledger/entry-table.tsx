import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { EntrySummary } from "@/lib/registry/ledger/summary";
import { historyHref } from "./record-href";

export function EntryTable({ items, now }: { items: EntrySummary[]; now: string }) {
  return (
    <Table caption="Ledger entries, newest first">
      <THead>
        <Tr>
          <Th>Entry</Th>
          <Th>When</Th>
          <Th>Who</Th>
          <Th>What</Th>
          <Th>Record</Th>
          <Th>Kind</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.index}>
            <Td header label="Entry" className="tabular-nums">
              <TextLink quiet href={`/registry/${item.index}`}>
                {item.index}
              </TextLink>
            </Td>
            <Td label="When" className="whitespace-nowrap">
              <Instant at={item.at} now={now} />
            </Td>
            <Td label="Who" className="md:whitespace-nowrap">
              <Actor actor={item.actor} />
            </Td>
            <Td label="What" className="[overflow-wrap:anywhere]">
              {item.sentence}
            </Td>
            <Td label="Record">
              <RecordLink item={item} />
            </Td>
            <Td label="Kind">
              <Badge>{item.kind}</Badge>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

export function Actor({ actor }: Pick<EntrySummary, "actor">) {
  if (!actor) return <span className="text-muted">unreadable</span>;
  return (
    <>
      {actor.name} {actor.kind !== "person" && <Badge>{actor.kind}</Badge>}
    </>
  );
}

function RecordLink({ item }: { item: EntrySummary }) {
  const [first] = item.subjects;
  if (!first) return <span className="text-muted">none</span>;
  return (
    <TextLink href={historyHref(first)} className="wrap-anywhere">
      {item.name ?? <code className="text-sm">{first.slice(-12)}</code>}
    </TextLink>
  );
}
