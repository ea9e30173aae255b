import { stretchText } from "@/components/time/axis-text";
import type { ChartModel, ChartSeries } from "./chart-model";
import { type PlacedMark, placeMarks } from "./plot";
import { MARK_WORDS } from "./series-look";
import { valueText } from "./value-text";

/** All that is known of one stretch. */
export type ChartPoint = {
  when: string;
  values: { id: string; label: string; text: string; detail: string | null }[];
  marks: PlacedMark[];
};

export function pointOf(model: ChartModel, index: number, series: readonly ChartSeries[] = model.series): ChartPoint {
  const stretch = model.stretches[index];
  return {
    when: stretch ? stretchText(stretch) : "",
    values: series.map(({ id, label, values, details }) => ({
      ...{ id, label, text: valueText(values[index] ?? null, model.unit) },
      detail: details?.[index] ?? null,
    })),
    marks: placeMarks(model.marks ?? [], model.stretches).filter((mark) => mark.index === index),
  };
}

/** A stretch in one sentence: "1 Oct 2025 – 7 Oct 2025: Payments 85.7% (12 of 14), Billing no data. Release 1.4.0." */
export function spokenPoint({ when, values, marks }: ChartPoint): string {
  const said = values.map(({ label, text, detail }) => `${label} ${text}${detail ? ` (${detail})` : ""}`).join(", ");
  return `${when}: ${said}.${marks.map(({ kind, label }) => ` ${MARK_WORDS[kind]} ${label}.`).join("")}`;
}
