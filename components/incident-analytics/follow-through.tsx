import { percent } from "@/components/scorecard/figures";
import { durationText } from "@/components/time/format";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { AgeClass, ItemCompletion } from "@/lib/core/action-item/ageing";
import type { Timeliness } from "@/lib/core/incident/timeliness";

const rateText = (rate: number | null): string => (rate === null ? "no data" : percent(rate, 1));

/** Whether postmortems were published and completed by their deadlines. */
export function PostmortemTable({ publish, complete }: { publish: Timeliness; complete: Timeliness }) {
  return (
    <Table caption="Postmortems by their deadlines">
      <THead>
        <Tr>
          <Th>Deadline</Th>
          <Th numeric>In time</Th>
          <Th numeric>Late</Th>
          <Th numeric>Overdue</Th>
          <Th numeric>Not due yet</Th>
          <Th numeric>Kept</Th>
        </Tr>
      </THead>
      <TBody>
        {[
          { label: "Published", counts: publish },
          { label: "Review completed", counts: complete },
        ].map(({ label, counts }) => (
          <Tr key={label}>
            <Td header label="Deadline">
              {label}
            </Td>
            <Td label="In time" numeric>
              {counts.inTime}
            </Td>
            <Td label="Late" numeric>
              {counts.late}
            </Td>
            <Td label="Overdue" numeric>
              {counts.overdue}
            </Td>
            <Td label="Not due yet" numeric>
              {counts.pending}
            </Td>
            <Td label="Kept" numeric>
              {rateText(counts.rate)}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** What became of the items that were opened in the period. */
export function ItemFacts({ items }: { items: ItemCompletion }) {
  return (
    <DefinitionList columns={4}>
      <Definition term="Opened">{items.opened}</Definition>
      <Definition term="Done">
        {items.done}
        {items.done > 0 && <span className="text-muted"> ({items.doneInTime} in time)</span>}
      </Definition>
      <Definition term="Cancelled">{items.cancelled}</Definition>
      <Definition term="Overdue">{items.overdue}</Definition>
      <Definition term="Due times kept">{rateText(items.inTimeRate)}</Definition>
      <Definition term="Mean time to done">
        {items.meanToDoneMs === null ? "no data" : durationText(items.meanToDoneMs)}
      </Definition>
    </DefinitionList>
  );
}

/** How long the items that are open now have been so. */
export function ItemAges({ ages }: { ages: readonly AgeClass[] }) {
  return (
    <Table caption="Open post-incident items by age">
      <THead>
        <Tr>
          <Th>Open for</Th>
          <Th numeric>Items</Th>
          <Th numeric>Overdue</Th>
        </Tr>
      </THead>
      <TBody>
        {ages.map(({ fromDays, toDays, items, overdue }) => (
          <Tr key={fromDays}>
            <Td header label="Open for">
              {toDays === null ? `${fromDays} days and longer` : `${fromDays} to ${toDays} days`}
            </Td>
            <Td label="Items" numeric>
              {items}
            </Td>
            <Td label="Overdue" numeric>
              {overdue}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
