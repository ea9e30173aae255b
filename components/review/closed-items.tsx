import { dayText } from "@/components/time/day-text";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ReviewedCarryOver, ReviewFacts } from "@/lib/core/review/model";

export function ClosedItems({ items }: { items: ReviewFacts["closedItems"] }) {
  return (
    <Table caption="Post-incident items that were closed in the quarter">
      <THead>
        <Tr>
          <Th>Item</Th>
          <Th>Incident</Th>
          <Th>Owner</Th>
          <Th>Due</Th>
          <Th>Closed</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td header label="Item" className="[overflow-wrap:anywhere]">
              <TextLink quiet href={`/action-items/${item.id}`}>
                {item.title}
              </TextLink>
            </Td>
            <Td label="Incident" className="whitespace-nowrap">
              <TextLink href={`/incidents/${item.incidentId}`}>{item.reference}</TextLink>
            </Td>
            <Td label="Owner">{item.owner}</Td>
            <Td label="Due" className="whitespace-nowrap">
              {dayText(item.dueAt)}
            </Td>
            <Td label="Closed" className="whitespace-nowrap">
              <ClosedStatus item={item} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function ClosedStatus({ item: { state, closedAt, dueAt } }: { item: ReviewFacts["closedItems"][number] }) {
  const on = dayText(closedAt);
  if (state === "cancelled") return <Status tone="unknown" size="sm" label={`Cancelled ${on}`} />;
  const isLate = Date.parse(closedAt) > Date.parse(dueAt);
  return <Status tone={isLate ? "waiver" : "go"} size="sm" label={isLate ? `Done late, ${on}` : `Done ${on}`} />;
}

export function CarryOvers({ carryOvers }: { carryOvers: readonly ReviewedCarryOver[] }) {
  return (
    <ul className="divide-y border-y">
      {carryOvers.map((each) => (
        <li key={each.id} className="grid gap-1 py-2.5">
          <p className="[overflow-wrap:anywhere]">
            <TextLink quiet href={`/action-items/${each.actionItemId}`}>
              {each.title}
            </TextLink>
            : due {dayText(each.dueBefore)}, now {dayText(each.until)}
          </p>
          <p className="max-w-prose whitespace-pre-line text-sm">
            <span className="text-muted">Justification:</span> {each.justification}
          </p>
          <p className="max-w-prose whitespace-pre-line text-sm">
            <span className="text-muted">Mitigation:</span> {each.mitigation}
          </p>
          <p className="text-muted text-sm">
            Signed by {each.signedBy}, {dayText(each.signedAt)}
          </p>
        </li>
      ))}
    </ul>
  );
}
