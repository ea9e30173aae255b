import { Due } from "@/components/time/due";
import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ActionItemSummary } from "@/lib/registry/action-item/queries";
import { ItemStatus, ORIGIN_WORDS } from "./item-status";

export function ActionItemTable({ items, now }: { items: readonly ActionItemSummary[]; now: string }) {
  return (
    <Table caption="Action items, those due first">
      <THead>
        <Tr>
          <Th>What</Th>
          <Th>Service</Th>
          <Th>Owner</Th>
          <Th>Due</Th>
          <Th>State</Th>
          <Th>Follows from</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td header label="What">
              <TextLink quiet href={`/action-items/${item.id}`}>
                {item.title}
              </TextLink>
            </Td>
            <Td label="Service">{item.service ?? <span className="text-muted">none</span>}</Td>
            <Td label="Owner">{item.owner.name}</Td>
            <Td label="Due" className="whitespace-nowrap">
              {item.state === "open" ? <Due at={item.dueAt} now={now} /> : <Instant at={item.dueAt} now={now} />}
            </Td>
            <Td label="State">
              <ItemStatus item={item} />
            </Td>
            <Td label="Follows from">{ORIGIN_WORDS[item.origin]}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
