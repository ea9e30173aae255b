/** What tells one series from the others; each of the three does so without the other two. */
export type SeriesLook = {
  colour: string;
  /** Of its line; undefined is an unbroken one. */
  dash: string | undefined;
  /** Of its points, as a path around 0,0 that is 8 wide. */
  marker: string;
  /** Drawn over its bars in the colour of the paper, in cells of 6 × 6; null is a plain bar. */
  pattern: string | null;
};

export const PATTERN_CELL = 6;

const circle = (r: number): string => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
/** The hole turns the other way round, so that it stays open under both fill rules. */
const hole = (r: number): string => `M${-r} 0a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;

const LOOKS: readonly Omit<SeriesLook, "colour">[] = [
  { dash: undefined, marker: circle(3.5), pattern: null },
  { dash: "7 3", marker: "M-3.2 -3.2H3.2V3.2H-3.2Z", pattern: "M-1 7L7 -1M-1 1L1 -1M5 7L7 5" },
  { dash: "2 3", marker: "M0 -4L4 3.2H-4Z", pattern: "M0 1.5H6M0 4.5H6" },
  { dash: "9 3 2 3", marker: "M0 -4.4L4.4 0L0 4.4L-4.4 0Z", pattern: "M1.5 1.5h1.6M4.5 4.5h1.6" },
  { dash: "14 4", marker: "M0 4L4 -3.2H-4Z", pattern: "M-1 -1L7 7M5 -1L7 1M-1 5L1 7" },
  { dash: "5 2 1 2 1 2", marker: circle(4) + hole(2), pattern: "M3 0V6" },
  {
    dash: "1 4",
    marker: "M-4 -2.4L-2.4 -4L0 -1.6L2.4 -4L4 -2.4L1.6 0L4 2.4L2.4 4L0 1.6L-2.4 4L-4 2.4L-1.6 0Z",
    pattern: "M0 3H6M3 0V6",
  },
  { dash: "12 3 4 3", marker: "M-4 -4H4V4H-4ZM-2 -2V2H2V-2Z", pattern: "M0 0L6 6M6 0L0 6" },
];

/** The look of a series by its place among the others, the same in the drawing, the legend and the files. */
export function seriesLook(index: number): SeriesLook {
  const place = index % LOOKS.length;
  const look = LOOKS[place] ?? { dash: undefined, marker: circle(3.5), pattern: null };
  return { colour: `var(--data-${place + 1})`, ...look };
}

/** Of what is marked on a drawing, around 0,0. */
export const MARK_SHAPES = { release: "M0 -5L5 4H-5Z", incident: "M0 -5.5L5.5 0L0 5.5L-5.5 0Z" } as const;
export const MARK_WORDS = { release: "Release", incident: "Incident" } as const;
export const MARK_COLOURS = { release: "var(--accent)", incident: "var(--foreground)" } as const;
export const LIMIT_COLOUR = "var(--waiver)";
