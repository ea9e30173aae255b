import { dayText } from "@/components/time/day-text";
import { Due } from "@/components/time/due";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ReviewDetail } from "@/lib/registry/review/view";
import type { Action } from "@/lib/web/action";
import { CarryOverDialog } from "./carry-over-dialog";

type IncompleteItemsProps = {
  review: ReviewDetail;
  /** Given to whoever may carry an item over now. */
  carryOver?: Action<unknown>;
};

/** Post-incident items that keep the review from being completed, or are carried over. */
export function IncompleteItems({ review, carryOver }: IncompleteItemsProps) {
  const { id, facts, now } = review;
  return (
    <Table caption="Post-incident items that are not complete">
      <THead>
        <Tr>
          <Th>Item</Th>
          <Th>Incident</Th>
          <Th>Owner</Th>
          <Th>Due</Th>
          <Th>In this review</Th>
          {carryOver && (
            <Th>
              <span className="sr-only">Carry over</span>
            </Th>
          )}
        </Tr>
      </THead>
      <TBody>
        {facts.incompleteItems.map((item) => (
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
              {review.state === "open" ? <Due at={item.dueAt} now={now} /> : dayText(item.dueAt)}
            </Td>
            <Td label="In this review">
              <Standing standing={review.standings[item.id]} />
            </Td>
            {carryOver && (
              <Td>
                <CarryOverDialog
                  reviewId={id}
                  item={item}
                  again={review.standings[item.id]?.fault === null}
                  now={now}
                  action={carryOver}
                />
              </Td>
            )}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Standing({ standing }: { standing: ReviewDetail["standings"][string] | undefined }) {
  const until = standing?.carriedOverUntil ? dayText(standing.carriedOverUntil) : "";
  switch (standing?.fault) {
    case null:
      return <Status tone="waiver" size="sm" label={`Carried over until ${until}`} />;
    case "waiver-lapsed":
      return <Status tone="no-go" size="sm" label={`Waiver ended ${until}`} />;
    case "due-beyond-waiver":
      return <Status tone="no-go" size="sm" label={`Due after its waiver of ${until}`} />;
    default:
      return <Status tone="no-go" size="sm" label="Blocks completion" />;
  }
}
