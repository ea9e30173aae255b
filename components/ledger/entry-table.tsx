import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { EntrySummary } from "@/lib/registry/ledger/summary";
import { recordHref } from "./record-href";

export function EntryTable({ items, now }: { items: EntrySummary[]; now: string }) {
  return (
    <Table caption="Ledger entries, newest first">
      <THead>
        <Tr>
          <Th>Entry</Th>
          <Th>When</Th>
          <Th>Who</Th>
          <Th>Command</Th>
          <Th>Kind</Th>
          <Th>Record</Th>
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
            <Td label="Command">
              <code className="text-sm">{item.command}</code>
            </Td>
            <Td label="Kind">
              <Badge>{item.kind}</Badge>
            </Td>
            <Td label="Record">
              <RecordLink item={item} />
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
  const href = recordHref(item);
  const [first] = item.subjects;
  if (!first) return <span className="text-muted">none</span>;
  const name = item.name ?? <code className="text-sm">{first.slice(-12)}</code>;
  return href ? (
    <TextLink href={href} className="wrap-anywhere">
      {name}
    </TextLink>
  ) : (
    <span title={first}>{name}</span>
  );
}
