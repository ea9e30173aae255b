import { ChangeMark } from "@/components/measure/change-mark";
import { changeOf, valueText } from "@/components/measure/change-text";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Trend } from "@/lib/core/review/model";
import { TREND_WORDS } from "./trend-words";

type TrendTableProps = { trends: readonly Trend[]; quarter: string; previous: string };

/** The numbers of a quarter beside those of the quarter before. */
export function TrendTable({ trends, quarter, previous }: TrendTableProps) {
  return (
    <Table caption={`Numbers of ${quarter} and of ${previous}`}>
      <THead>
        <Tr>
          <Th>What</Th>
          <Th numeric>{quarter}</Th>
          <Th numeric>{previous}</Th>
          <Th>Change</Th>
        </Tr>
      </THead>
      <TBody>
        {trends.map((trend) => {
          const { label, href, moreIsBetter } = TREND_WORDS[trend.key];
          return (
            <Tr key={trend.key}>
              <Td header label="What">
                <TextLink quiet href={href(quarter)}>
                  {label}
                </TextLink>
              </Td>
              <Td label={quarter} numeric>
                {valueText(trend.value, trend.unit)}
              </Td>
              <Td label={previous} numeric className="text-muted">
                {valueText(trend.previous, trend.unit)}
              </Td>
              <Td label="Change">
                <ChangeMark change={changeOf(trend, moreIsBetter)} />
              </Td>
            </Tr>
          );
        })}
      </TBody>
    </Table>
  );
}
