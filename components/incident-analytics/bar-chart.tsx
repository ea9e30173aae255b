import { cn } from "@/components/ui/cn";
import { barsOf, highestOf } from "./bar-geometry";

const BOX = { width: 720, height: 120 };

type BarChartProps = {
  /** One column for each stretch of time, oldest first; null is a gap. */
  columns: readonly (readonly (number | null)[])[];
  /** Fill of each segment, in the order of a column's values. */
  fills: readonly string[];
  /** What the drawing says, for those who do not see it. */
  label: string;
  /** The highest value in words, and both ends of the time. */
  top: string;
  from: string;
  until: string;
};

/** Bars over time as server-rendered SVG. The figures are in the table beside it. */
export function BarChart({ columns, fills, label, top, from, until }: BarChartProps) {
  const bars = barsOf(columns, highestOf(columns), BOX);
  return (
    <figure>
      <p aria-hidden className="text-end text-muted text-xs tabular-nums">
        {top}
      </p>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        preserveAspectRatio="none"
        className="h-32 w-full border-y"
      >
        {bars.map(({ x, width, segments }) =>
          segments.map(({ index, y, height }) => (
            <rect key={`${x} ${index}`} {...{ x, y, width, height }} className={fills[index]} />
          )),
        )}
      </svg>
      <p aria-hidden className="flex justify-between text-muted text-xs tabular-nums">
        <span>{from}</span>
        <span>{until}</span>
      </p>
    </figure>
  );
}

export function Legend({ items }: { items: readonly { label: string; fill: string }[] }) {
  return (
    <ul className="mb-1 flex flex-wrap gap-x-4 text-sm">
      {items.map(({ label, fill }) => (
        <li key={label} className="inline-flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 10 10" className={cn("size-2.5", fill)}>
            <rect width="10" height="10" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
