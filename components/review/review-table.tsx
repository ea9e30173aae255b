import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ReviewSummary } from "@/lib/registry/review/view";
import { ReviewStatus } from "./review-status";

export function ReviewTable({ items, now }: { items: readonly ReviewSummary[]; now: string }) {
  return (
    <Table caption="Reviews, the latest quarter first">
      <THead>
        <Tr>
          <Th>Quarter</Th>
          <Th>State</Th>
          <Th numeric>Items not complete</Th>
          <Th>Opened</Th>
          <Th>Completed</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td header label="Quarter">
              <TextLink quiet href={`/reviews/${item.id}`}>
                {item.quarter}
              </TextLink>
            </Td>
            <Td label="State">
              <ReviewStatus review={item} />
            </Td>
            <Td label="Items not complete" numeric>
              {item.incompleteItems ?? <span className="text-muted">–</span>}
            </Td>
            <Td label="Opened">
              <Instant at={item.openedAt} now={now} /> <span className="text-muted">by {item.openedBy}</span>
            </Td>
            <Td label="Completed">
              {item.completedAt ? (
                <>
                  <Instant at={item.completedAt} now={now} /> <span className="text-muted">by {item.completedBy}</span>
                </>
              ) : (
                <span className="text-muted">not yet</span>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
