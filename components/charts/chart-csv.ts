import { type CsvCell, csvLine } from "@/lib/core/csv/write";
import type { ChartModel } from "./chart-model";
import { placeMarks } from "./plot";
import { MARK_WORDS } from "./series-look";

/** The numbers of a chart as a file: a line for each stretch, exact values, an empty cell for a gap. */
export function chartCsv(model: Pick<ChartModel, "stretches" | "series" | "unit" | "marks">): string {
  const { stretches, series, unit } = model;
  const marks = placeMarks(model.marks ?? [], stretches);
  const head = ["from", "until", ...series.flatMap(({ label, details }) => columnNames(label, unit, details))];
  const lines = stretches.map(({ from, until }, index) => {
    const cells = series.flatMap(({ values, details }): CsvCell[] => {
      const value = values[index] ?? null;
      return details ? [value, details[index] ?? null] : [value];
    });
    const own = marks.filter((mark) => mark.index === index);
    return [from, until, ...cells, ...(marks.length > 0 ? [own.map(markText).join("; ")] : [])];
  });
  return [marks.length > 0 ? [...head, "releases and incidents"] : head, ...lines].map(csvLine).join("");
}

const columnNames = (label: string, unit: ChartModel["unit"], details: unknown): string[] =>
  details ? [`${label} (${unit})`, `${label} (of)`] : [`${label} (${unit})`];

const markText = ({ kind, label, at }: { kind: "release" | "incident"; label: string; at: string }): string =>
  `${MARK_WORDS[kind]} ${label} ${at}`;
