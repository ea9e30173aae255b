import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ReadinessTrend, TrendPoint } from "@/lib/registry/readiness/view";
import { totalOf } from "./shares";
import { MEASURES, measureText, TREND_MEASURES, type TrendMeasure } from "./trend-measures";

type PlaceTableProps = {
  series: ReadinessTrend["series"];
  total: ReadinessTrend["total"];
  by: "service" | "environment";
  hrefOf: (slug: string) => string;
};

/** Every measure over the whole period, of each service or environment; its name leads to it alone. */
export function PlaceTable({ series, total, by, hrefOf }: PlaceTableProps) {
  const heading = by === "service" ? "Service" : "Environment";
  return (
    <Table caption={`The whole period by ${by}`} className="mt-4">
      <THead>
        <Tr>
          <Th>{heading}</Th>
          {TREND_MEASURES.map((measure) => (
            <Th key={measure} numeric>
              {MEASURES[measure].label}
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {series.map(({ slug, name, points }) => (
          <Tr key={slug}>
            <Td header label={heading}>
              <TextLink quiet href={hrefOf(slug)}>
                {slug}
              </TextLink>
              {name !== slug && <span className="ms-2 text-muted text-sm">{name}</span>}
            </Td>
            <Figures point={totalOf(points)} />
          </Tr>
        ))}
        {series.length > 1 && (
          <Tr className="font-medium">
            <Td header label={heading} className="font-medium">
              All together
            </Td>
            <Figures point={totalOf(total)} />
          </Tr>
        )}
      </TBody>
    </Table>
  );
}

function Figures({ point }: { point: TrendPoint }) {
  return TREND_MEASURES.map((measure) => (
    <Td key={measure} label={MEASURES[measure].label} numeric>
      <Figure measure={measure} point={point} />
    </Td>
  ));
}

function Figure({ measure, point }: { measure: TrendMeasure; point: TrendPoint }) {
  const detail = MEASURES[measure].detail(point);
  if (MEASURES[measure].value(point) === null) return <span className="text-muted">no data</span>;
  return (
    <>
      {detail && <span className="me-1.5 font-normal text-muted text-sm">{detail}</span>}
      {measureText(measure, point)}
    </>
  );
}
