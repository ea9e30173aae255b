import type { ChartMark, ChartModel, ChartScale, ChartStretch } from "./chart-model";

/** Places within a drawing: x from 0 at the left to 1, y from 0 at the top to 1. */
export type PlotPoint = { index: number; x: number; y: number };
export type PlotBar = { index: number; x: number; width: number; y: number; height: number };
export type PlacedMark = ChartMark & { index: number; x: number };

/** Of a stretch's place, the share that stays free beside its bar. */
const FREE = 0.3;

/** Every stretch has the same width, and its values are over its middle. */
export const middleOf = (index: number, count: number): number => (index + 0.5) / count;

/** Values beyond the scale stay on its edge. */
export function heightOf(value: number, { low, high }: ChartScale): number {
  const share = high > low ? (value - low) / (high - low) : 0;
  return 1 - Math.min(Math.max(share, 0), 1);
}

/** The stretches of neighbouring values of a series: a gap is never bridged, and a lone value is one by itself. */
export function linesOf(values: readonly (number | null)[], scale: ChartScale): PlotPoint[][] {
  const lines: PlotPoint[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) lines.push([]);
    else lines.at(-1)?.push({ index, x: middleOf(index, values.length), y: heightOf(value, scale) });
  });
  return lines.filter(({ length }) => length > 0);
}

/** Of each series its bars, stacked from the bottom up in the order of the series; a missing or empty value has none. */
export function barsOf(
  { series, stretches }: Pick<ChartModel, "series" | "stretches">,
  scale: ChartScale,
): PlotBar[][] {
  const count = stretches.length;
  const tops = stretches.map(() => 0);
  return series.map(({ values }) =>
    stretches.flatMap((_, index) => {
      const value = values[index];
      if (!value) return [];
      const below = tops[index] ?? 0;
      tops[index] = below + value;
      const [y, bottom] = [heightOf(below + value, scale), heightOf(below, scale)];
      return [{ index, x: (index + FREE / 2) / count, width: (1 - FREE) / count, y, height: bottom - y }];
    }),
  );
}

/** Stretches that no series has a value for. */
export const gapsOf = ({ series, stretches }: Pick<ChartModel, "series" | "stretches">): number[] =>
  stretches.flatMap((_, index) => (series.every(({ values }) => (values[index] ?? null) === null) ? [index] : []));

/** Marks by their time within the stretches, oldest first; those outside are left out. */
export function placeMarks(marks: readonly ChartMark[], stretches: readonly ChartStretch[]): PlacedMark[] {
  return marks
    .flatMap((mark) => {
      const at = Date.parse(mark.at);
      const index = stretches.findIndex(({ from, until }) => Date.parse(from) <= at && at < Date.parse(until));
      const stretch = stretches[index];
      if (!stretch) return [];
      const [from, until] = [Date.parse(stretch.from), Date.parse(stretch.until)];
      return [{ ...mark, index, x: (index + (at - from) / (until - from)) / stretches.length }];
    })
    .sort((one, other) => one.x - other.x);
}

export type PlotMargin = { top: number; right: number; bottom: number; left: number };

/** Letters that the usual margin has room for, as in "100,000". */
const MOST_LETTERS = 7;

/** Around the place of the values, in pixels: marks and the caption above, dates below, the values' axis at the left. */
export function plotMargin(ticks: readonly { text: string }[]): PlotMargin {
  const isLong = ticks.some(({ text }) => text.length > MOST_LETTERS);
  return { top: 22, right: 22, bottom: 26, left: isLong ? 80 : 56 };
}

const MOST_MARKED = 31;
/** Whether a point has a marker: all while they are few, else those that no line shows. */
export const isMarked = (line: readonly PlotPoint[], count: number): boolean =>
  line.length === 1 || count <= MOST_MARKED;

export const percentOf = (share: number): string => `${Math.round(share * 10_000) / 100}%`;
