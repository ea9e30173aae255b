"use client";

import { type ReactNode, useEffect, useId } from "react";
import { Bar, ComposedChart, Line, ResponsiveContainer, usePlotArea, XAxis, YAxis } from "recharts";
import { ActiveLayer } from "./active-layer";
import type { ChartModel, WalkProps } from "./chart-model";
import { heightOf, isMarked, linesOf, placeMarks, plotMargin } from "./plot";
import { AxisLayer, GapLayer, LimitLayer, MarkLayer, PatternLayer, patternId } from "./plot-layers";
import { seriesLook } from "./series-look";
import { type ValueAxis, valueAxis } from "./value-axis";

type InteractiveDrawingProps = Pick<WalkProps, "model" | "only" | "onDrawn"> & {
  /** Stretch under the pointer or in focus. */
  active: number | null;
};

/** The same drawing as the server's, with the lines and bars of the chart library. */
export function InteractiveDrawing({ model, only, active, onDrawn }: InteractiveDrawingProps) {
  const id = useId();
  const axis = valueAxis(model);
  useEffect(onDrawn, [onDrawn]);
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 200 }}>
      <ComposedChart
        data={rowsOf(model, axis)}
        margin={plotMargin(axis.ticks)}
        accessibilityLayer={false}
        barCategoryGap="15%"
      >
        <XAxis hide dataKey="index" type="category" scale="band" />
        <YAxis hide domain={[0, 1]} />
        <PlotBox>
          <PatternLayer chartId={id} count={model.kind === "bars" ? model.series.length : 0} />
          <AxisLayer {...model} axis={axis} />
          <GapLayer model={model} />
        </PlotBox>
        {seriesParts({ model, only, axis, id })}
        <PlotBox>
          <LimitLayer limit={model.limit} axis={axis} />
          <MarkLayer isLinked marks={placeMarks(model.marks ?? [], model.stretches)} />
          {active !== null && <ActiveLayer model={model} only={only} axis={axis} active={active} />}
        </PlotBox>
      </ComposedChart>
    </ResponsiveContainer>
  );
}

type Row = { index: number; shares: (number | null)[] };

/** Values as shares of the axis, so that both drawings are of the same measure. */
function rowsOf({ stretches, series, kind }: ChartModel, axis: ValueAxis): Row[] {
  const span = axis.high - axis.low || 1;
  const shareOf = (value: number) => (kind === "bars" ? value / span : 1 - heightOf(value, axis));
  return stretches.map((_, index) => ({
    index,
    shares: series.map(({ values }) => {
      const value = values[index] ?? null;
      return value === null ? null : shareOf(value);
    }),
  }));
}

/** Draws within the place of the values, as the server's drawing does. */
function PlotBox({ children }: { children: ReactNode }) {
  const area = usePlotArea();
  if (!area) return null;
  return (
    <svg aria-hidden x={area.x} y={area.y} width={area.width} height={area.height} className="overflow-visible">
      {children}
    </svg>
  );
}

type PartsProps = { model: ChartModel; only: string | null; axis: ValueAxis; id: string };

function seriesParts({ model, only, axis, id }: PartsProps) {
  return model.series.map((series, place) => {
    if (only !== null && series.id !== only) return null;
    const look = seriesLook(place);
    const shared = { dataKey: (row: Row) => row.shares[place], isAnimationActive: false, name: series.label };
    if (model.kind === "bars") {
      const fill = `url(#${patternId(id, place)})`;
      return <Bar key={series.id} {...shared} stackId="all" fill={fill} stroke="var(--background)" />;
    }
    const marked = markedOf(series.values, axis);
    return (
      <Line
        key={series.id}
        {...shared}
        stroke={look.colour}
        strokeWidth={1.75}
        strokeDasharray={look.dash}
        activeDot={false}
        dot={({ key, cx, cy, index }) => {
          if (!marked.has(index) || cx === undefined || cy === undefined) return <g key={key} />;
          return <path key={key} d={look.marker} transform={`translate(${cx} ${cy})`} fill={look.colour} />;
        }}
      />
    );
  });
}

const markedOf = (values: readonly (number | null)[], axis: ValueAxis): Set<number> =>
  new Set(
    linesOf(values, axis).flatMap((line) => (isMarked(line, values.length) ? line.map(({ index }) => index) : [])),
  );
