import type { ChartModel } from "./chart-model";
import { MarkSwatch, SeriesSwatch } from "./legend";
import { middleOf, type PlotMargin } from "./plot";
import type { ChartPoint } from "./point-text";

/** More marks than these are in the table. */
const MOST_MARKS = 4;

type PointNoteProps = { model: ChartModel; point: ChartPoint; index: number; margin: PlotMargin };

/** What is known of the stretch that the reader is at, beside it. */
export function PointNote({ model, point, index, margin: { left, right } }: PointNoteProps) {
  const middle = middleOf(index, model.stretches.length);
  const place = `${left}px + (100% - ${left + right}px) * ${middle}`;
  // Beside the point, on the side that has more room, and never wider than that.
  const beside =
    middle > 0.5
      ? { right: `calc(100% - (${place}) + 12px)`, maxWidth: `calc(${place} - 12px)` }
      : { left: `calc(${place} + 12px)`, maxWidth: `calc(100% - (${place}) - 12px)` };
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute top-2 z-10 w-max rounded-md border bg-surface px-2.5 py-2 text-sm shadow-raised"
      style={beside}
    >
      <p className="font-medium tabular-nums">{point.when}</p>
      <ul className="mt-1 grid gap-0.5">
        {point.values.map(({ id, label, text, detail }) => (
          <li key={id} className="flex items-baseline gap-1.5">
            <SeriesSwatch place={model.series.findIndex((each) => each.id === id)} kind={model.kind} />
            <span className="min-w-0 max-w-56 flex-1 truncate">{label}</span>
            <span className="font-medium tabular-nums">{text}</span>
            {detail && <span className="text-muted tabular-nums">{detail}</span>}
          </li>
        ))}
        {point.marks.slice(0, MOST_MARKS).map(({ kind, label, href, at }) => (
          <li key={`${at} ${href}`} className="flex items-baseline gap-1.5 text-muted">
            <MarkSwatch kind={kind} />
            <span className="min-w-0 max-w-64 truncate">{label}</span>
          </li>
        ))}
        {point.marks.length > MOST_MARKS && (
          <li className="text-muted">{point.marks.length - MOST_MARKS} more in the table</li>
        )}
      </ul>
    </div>
  );
}
