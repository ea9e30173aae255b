import { stretchText } from "@/components/time/axis-text";
import { Details } from "@/components/ui/details";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ChartModel } from "./chart-model";
import { type PlacedMark, placeMarks } from "./plot";
import { MARK_WORDS } from "./series-look";
import { valueText } from "./value-text";

/** From here on the columns do not fit as labelled lines either. */
const MOST_STACKED = 6;

/** The numbers that a chart is drawn from, with a link for each of its marks. */
export function ChartTable({ model }: { model: ChartModel }) {
  const marks = placeMarks(model.marks ?? [], model.stretches);
  return (
    <Details summary={<Summary title={model.title} />}>
      <Table caption={model.title} scroll={model.series.length > MOST_STACKED}>
        <THead>
          <Tr>
            <Th>Time (UTC)</Th>
            {model.series.map(({ id, label }) => (
              <Th key={id} numeric>
                {label}
              </Th>
            ))}
            {marks.length > 0 && <Th>Releases and incidents</Th>}
          </Tr>
        </THead>
        <TBody>
          {model.stretches.map((stretch, index) => (
            <Tr key={stretch.from}>
              <Td header label="Time (UTC)" className="whitespace-nowrap tabular-nums">
                {stretchText(stretch)}
              </Td>
              {model.series.map(({ id, label, values, details }) => (
                <Td key={id} label={label} numeric>
                  <ValueCell text={valueText(values[index] ?? null, model.unit)} detail={details?.[index]} />
                </Td>
              ))}
              {marks.length > 0 && (
                <Td label="Releases and incidents">
                  <MarkLinks marks={marks.filter((mark) => mark.index === index)} />
                </Td>
              )}
            </Tr>
          ))}
        </TBody>
      </Table>
    </Details>
  );
}

/** Many charts are on a page: each table says of which it is. */
export const Summary = ({ title }: { title: string }) => (
  <>
    As a table<span className="sr-only">: {title}</span>
  </>
);

export function ValueCell({ text, detail }: { text: string; detail: string | null | undefined }) {
  return (
    <>
      <span className={text === "no data" ? "whitespace-nowrap text-muted" : "whitespace-nowrap"}>{text}</span>
      {detail && <span className="whitespace-nowrap text-muted text-sm"> {detail}</span>}
    </>
  );
}

function MarkLinks({ marks }: { marks: readonly PlacedMark[] }) {
  if (marks.length === 0) return <span className="text-muted">none</span>;
  return (
    <ul className="grid gap-0.5">
      {marks.map(({ kind, label, href, at }) => (
        <li key={`${at} ${href}`}>
          <span className="text-muted">{MARK_WORDS[kind]}</span> <TextLink href={href}>{label}</TextLink>
        </li>
      ))}
    </ul>
  );
}
