import { Due } from "@/components/time/due";
import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ActionItemSummary } from "@/lib/registry/action-item/view";
import { ChooseAll, ChooseOne } from "./choosing";
import { IssueLink } from "./issue-link";
import { ItemStatus, ORIGIN_WORDS, PriorityWord } from "./item-status";

type ActionItemTableProps = {
  items: readonly ActionItemSummary[];
  now: string;
  /** Within `BulkEdit`: open items can be chosen. */
  choosable?: boolean;
};

export function ActionItemTable({ items, now, choosable }: ActionItemTableProps) {
  const open = items.filter(({ state }) => state === "open").map(({ id }) => id);
  const columns = ["What", "Priority", "Service", "Owner", "Due", "State", "Opened", "Follows from"];
  return (
    <Table caption="Action items, those due first">
      <THead>
        <Tr>
          {choosable && (
            <Th>
              <ChooseAll ids={open} />
            </Th>
          )}
          {columns.map((column) => (
            <Th key={column}>{column}</Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            {choosable &&
              (item.state === "open" ? (
                <Td label="Choose">
                  <ChooseOne id={item.id} title={item.title} />
                </Td>
              ) : (
                <Td />
              ))}
            <ItemCells item={item} now={now} />
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function ItemCells({ item, now }: { item: ActionItemSummary; now: string }) {
  return (
    <>
      <Td header label="What">
        <TextLink quiet href={`/action-items/${item.id}`}>
          {item.title}
        </TextLink>
        {item.issue && <IssueLink issue={item.issue} className="ms-2 text-sm" />}
      </Td>
      <Td label="Priority">
        <PriorityWord priority={item.priority} />
      </Td>
      <Td label="Service">{item.service ?? <span className="text-muted">none</span>}</Td>
      <Td label="Owner">{item.owner.name}</Td>
      <Td label="Due" className="whitespace-nowrap">
        {item.state === "open" ? <Due at={item.dueAt} now={now} /> : <Instant at={item.dueAt} now={now} />}
      </Td>
      <Td label="State">
        <ItemStatus item={item} />
      </Td>
      <Td label="Opened" className="whitespace-nowrap">
        <Instant at={item.openedAt} now={now} />
      </Td>
      <Td label="Follows from">
        <Origin item={item} />
      </Td>
    </>
  );
}

export function Origin({ item: { origin, incident } }: { item: ActionItemSummary }) {
  if (!incident) return ORIGIN_WORDS[origin];
  return <TextLink href={`/incidents/${incident.id}`}>{incident.reference}</TextLink>;
}
