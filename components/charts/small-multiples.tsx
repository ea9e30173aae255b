import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ChartUnit, SmallMultiplesProps } from "./chart-model";
import { CsvDownload } from "./downloads";
import { MultiplesTable } from "./multiples-table";
import { Sparkline } from "./sparkline";
import { valueText } from "./value-text";

/** A trend for each of many, in a column of one scale, with the newest value beside it; all numbers are in the table. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const { title, says, items, unit, scale, limit, itemLabel = "Name", fileName } = props;
  const ends = `${valueText(scale.low, unit)} to ${valueText(scale.high, unit)}`;
  return (
    <>
      <Table caption={`${title}. ${says}`}>
        <THead>
          <Tr>
            <Th>{itemLabel}</Th>
            <Th>
              Trend, {ends}
              {limit && `, dashed: ${limit.label}`}
            </Th>
            <Th numeric>Newest</Th>
          </Tr>
        </THead>
        <TBody>
          {items.map(({ id, label, href, values, latest }) => (
            <Tr key={id}>
              <Td header label={itemLabel} className="align-middle! [overflow-wrap:anywhere]">
                {href ? (
                  <TextLink quiet href={href}>
                    {label}
                  </TextLink>
                ) : (
                  label
                )}
              </Td>
              <Td label="Trend" className="align-middle!">
                <Sparkline values={values} scale={scale} limit={limit?.value} label={trendText(values, unit)} />
              </Td>
              <Td label="Newest" numeric className="align-middle!">
                {latest}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      <div className="flex items-start justify-between gap-4">
        <MultiplesTable {...props} />
        {fileName && <CsvDownload model={{ ...props, series: items }} fileName={fileName} />}
      </div>
    </>
  );
}

/** "85.7% to 98%, first 85.7%, last 97%". */
function trendText(values: readonly (number | null)[], unit: ChartUnit): string {
  const known = values.filter((value) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return "no data";
  const [low, high] = [Math.min(...known), Math.max(...known)].map((value) => valueText(value, unit));
  return `${low} to ${high}, first ${valueText(first, unit)}, last ${valueText(last, unit)}`;
}
