/** What the numbers of a chart are. `share`: 0…1, `ms` and `seconds`: lengths of time, `per-day`: how many a day. */
export type ChartUnit = "count" | "share" | "ms" | "seconds" | "per-day";
/** From an instant until before another, as ISO texts. */
export type ChartStretch = { from: string; until: string };

export type ChartSeries = {
  id: string;
  label: string;
  /** One for each stretch; null is a gap: "no data", which is not 0. */
  values: (number | null)[];
  /** What a value is made of, such as "12 of 14", in the order of the values. */
  details?: (string | null)[];
};

/** A line that values are held against, in their unit. */
export type ChartLimit = { value: number; label: string };
/** Both ends of the axis of values, in their unit. */
export type ChartScale = { low: number; high: number };
export type ChartMark = { at: string; kind: "release" | "incident"; label: string; href: string };

/** What is drawn, and said, and written into files: one model for all of them. */
export type ChartModel = {
  title: string;
  stretches: ChartStretch[];
  series: ChartSeries[];
  unit: ChartUnit;
  /** Bars are stacked. */
  kind?: "line" | "bars";
  limit?: ChartLimit | null;
  marks?: ChartMark[];
  /** Where it is not given, from 0 to a round number above all values and the limit. */
  scale?: ChartScale;
};

export type TrendChartProps = ChartModel & {
  /** One sentence of what the drawing shows, for those who do not see it. */
  says: string;
  /** Of the downloads, without its ending. */
  fileName: string;
  /** Of the drawing, in pixels. */
  height?: number;
  headingLevel?: 3 | 4;
};

/** What answers to the pointer and to keys. */
export type WalkProps = {
  model: ChartModel;
  says: string;
  /** Series that is shown alone. */
  only: string | null;
  onDrawn(): void;
};

export type SmallMultiple = {
  id: string;
  label: string;
  href?: string;
  values: (number | null)[];
  details?: (string | null)[];
  /** The newest value in words. */
  latest: string;
};

export type SmallMultiplesProps = {
  title: string;
  /** One sentence of what the drawings show, for those who do not see them. */
  says: string;
  items: SmallMultiple[];
  stretches: ChartStretch[];
  unit: ChartUnit;
  /** Shared by all of them, so that they can be held against each other. */
  scale: ChartScale;
  limit?: ChartLimit | null;
  /** What an item is: "Service". */
  itemLabel?: string;
  /** Of the file of its numbers, without its ending; without a name there is none. */
  fileName?: string;
};

/** As many series as have a colour, a dash and a marker of their own. More of them are small multiples. */
export const MOST_SERIES = 8;
export const USUAL_HEIGHT = 220;
