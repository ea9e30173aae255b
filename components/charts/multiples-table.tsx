import { dayOfYearText, stretchText } from "@/components/time/axis-text";
import { Details } from "@/components/ui/details";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { SmallMultiplesProps } from "./chart-model";
import { Summary, ValueCell } from "./chart-table";
import { valueText } from "./value-text";

type MultiplesTableProps = Pick<SmallMultiplesProps, "title" | "items" | "stretches" | "unit" | "itemLabel">;

/** The numbers that small multiples are drawn from: a row for each, a column for each stretch. */
export function MultiplesTable({ title, items, stretches, unit, itemLabel = "Name" }: MultiplesTableProps) {
  return (
    <Details summary={<Summary title={title} />} className="min-w-0 flex-1">
      <Table caption={`${title}, from the day that each column names (UTC)`} scroll>
        <THead>
          <Tr>
            <Th>{itemLabel}</Th>
            {stretches.map((stretch) => (
              <Th key={stretch.from} numeric className="whitespace-nowrap">
                <span aria-hidden>{dayOfYearText(stretch.from)}</span>
                <span className="sr-only">{stretchText(stretch)}</span>
              </Th>
            ))}
          </Tr>
        </THead>
        <TBody>
          {items.map(({ id, label, values, details }) => (
            <Tr key={id}>
              <Td header>{label}</Td>
              {stretches.map(({ from }, index) => (
                <Td key={from} numeric>
                  <ValueCell text={valueText(values[index] ?? null, unit)} detail={details?.[index]} />
                </Td>
              ))}
            </Tr>
          ))}
        </TBody>
      </Table>
    </Details>
  );
}
