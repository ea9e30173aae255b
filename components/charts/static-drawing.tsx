import { useId } from "react";
import { At } from "./at";
import type { ChartModel, ChartSeries } from "./chart-model";
import { barsOf, isMarked, linesOf, percentOf, placeMarks, plotMargin } from "./plot";
import { AxisLayer, GapLayer, LimitLayer, MarkLayer, PatternLayer, patternId } from "./plot-layers";
import { seriesLook } from "./series-look";
import { type ValueAxis, valueAxis } from "./value-axis";

/** The chart as the server draws it: there before any script, without one, and on paper. */
export function StaticDrawing({ model, says }: { model: ChartModel; says: string }) {
  const id = useId();
  const axis = valueAxis(model);
  const { top, right, bottom, left } = plotMargin(axis.ticks);
  return (
    <div className="h-full" style={{ padding: `${top}px ${right}px ${bottom}px ${left}px` }}>
      <svg role="img" aria-label={says} width="100%" height="100%" className="overflow-visible">
        <PatternLayer chartId={id} count={model.kind === "bars" ? model.series.length : 0} />
        <AxisLayer {...model} axis={axis} />
        <GapLayer model={model} />
        {model.kind === "bars" ? (
          <Bars model={model} axis={axis} id={id} />
        ) : (
          model.series.map((series, index) => <SeriesLine key={series.id} series={series} index={index} axis={axis} />)
        )}
        <LimitLayer limit={model.limit} axis={axis} />
        <MarkLayer marks={placeMarks(model.marks ?? [], model.stretches)} />
      </svg>
    </div>
  );
}

function Bars({ model, axis, id }: { model: ChartModel; axis: ValueAxis; id: string }) {
  return barsOf(model, axis).map((bars, series) =>
    bars.map(({ index, x, width, y, height }) => (
      <rect
        key={`${model.series[series]?.id} ${index}`}
        x={percentOf(x)}
        width={percentOf(width)}
        y={percentOf(y)}
        height={percentOf(height)}
        fill={`url(#${patternId(id, series)})`}
        className="stroke-background"
      />
    )),
  );
}

function SeriesLine({ series, index, axis }: { series: ChartSeries; index: number; axis: ValueAxis }) {
  const { colour, dash, marker } = seriesLook(index);
  return linesOf(series.values, axis).map((line) => (
    <g key={line[0]?.index} stroke={colour} strokeWidth={1.75}>
      {line.slice(1).map((to, place) => {
        const from = line[place] ?? to;
        return (
          <line
            key={to.index}
            {...{ x1: percentOf(from.x), y1: percentOf(from.y), x2: percentOf(to.x), y2: percentOf(to.y) }}
            strokeDasharray={dash}
          />
        );
      })}
      {isMarked(line, series.values.length) &&
        line.map((point) => (
          <At key={point.index} x={percentOf(point.x)} y={percentOf(point.y)}>
            <path d={marker} fill={colour} stroke="none" />
          </At>
        ))}
    </g>
  ));
}
