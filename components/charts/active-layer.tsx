import { At } from "./at";
import type { ChartModel } from "./chart-model";
import { heightOf, middleOf, percentOf } from "./plot";
import { seriesLook } from "./series-look";
import type { ValueAxis } from "./value-axis";

type ActiveLayerProps = { model: ChartModel; only: string | null; axis: ValueAxis; active: number };

/** Where the reader is: a line through the stretch, and its values made larger. */
export function ActiveLayer({ model, only, axis, active }: ActiveLayerProps) {
  const count = model.stretches.length;
  const x = percentOf(middleOf(active, count));
  if (model.kind === "bars") {
    return (
      <rect x={percentOf(active / count)} width={percentOf(1 / count)} height="100%" className="fill-foreground/8" />
    );
  }
  return (
    <>
      <line x1={x} x2={x} y1="0%" y2="100%" className="stroke-border-strong" />
      {model.series.map(({ id, values }, place) => {
        const value = values[active] ?? null;
        if (value === null || (only !== null && id !== only)) return null;
        const { colour, marker } = seriesLook(place);
        return (
          <At key={id} x={x} y={percentOf(heightOf(value, axis))}>
            <path d={marker} transform="scale(1.5)" fill={colour} className="stroke-background" />
          </At>
        );
      })}
    </>
  );
}
