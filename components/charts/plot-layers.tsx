import { At } from "./at";
import type { ChartLimit, ChartModel, ChartUnit } from "./chart-model";
import { dateLabels } from "./date-axis";
import { gapsOf, heightOf, middleOf, type PlacedMark, percentOf } from "./plot";
import { LIMIT_COLOUR, MARK_COLOURS, MARK_SHAPES, PATTERN_CELL, seriesLook } from "./series-look";
import type { ValueAxis } from "./value-axis";

/* All places are shares of the box that these are in, so that the drawing is right at every width without measuring it. */

/** Text over lines stays legible. */
const HALO = { paintOrder: "stroke", stroke: "var(--background)", strokeWidth: 4, strokeLinejoin: "round" } as const;

export function AxisLayer({ stretches, unit, axis }: Pick<ChartModel, "stretches" | "unit"> & { axis: ValueAxis }) {
  return (
    <g className="text-xs tabular-nums">
      {axis.ticks.map(({ value, text }) => {
        const y = percentOf(heightOf(value, axis));
        return (
          <g key={value}>
            <line
              x1="0%"
              x2="100%"
              y1={y}
              y2={y}
              className={value === axis.low ? "stroke-border-strong" : "stroke-border"}
            />
            <text x={-8} y={y} dy="0.32em" textAnchor="end" className="fill-muted">
              {text}
            </text>
          </g>
        );
      })}
      {dateLabels(stretches).map(({ index, text }) => (
        <text
          key={index}
          x={percentOf(middleOf(index, stretches.length))}
          y="100%"
          dy={18}
          textAnchor="middle"
          className="fill-muted"
        >
          {text}
        </text>
      ))}
      <UnitCaption unit={unit} />
    </g>
  );
}

function UnitCaption({ unit }: { unit: ChartUnit }) {
  if (unit !== "per-day") return null;
  return (
    <text x={-8} y={-10} textAnchor="end" className="fill-muted">
      a day
    </text>
  );
}

export function LimitLayer({ limit, axis }: { limit: ChartLimit | null | undefined; axis: ValueAxis }) {
  if (!limit || limit.value < axis.low || limit.value > axis.high) return null;
  const share = heightOf(limit.value, axis);
  const y = percentOf(share);
  return (
    <g className="text-xs">
      <line x1="0%" x2="100%" y1={y} y2={y} stroke={LIMIT_COLOUR} strokeWidth={1.5} strokeDasharray="5 3" />
      <text x="100%" y={y} dy={share < 0.12 ? 14 : -5} textAnchor="end" fill={LIMIT_COLOUR} {...HALO}>
        {limit.label}
      </text>
    </g>
  );
}

/** A short line on the floor where there is no data, which a value of 0 would otherwise look like. */
export function GapLayer({ model }: { model: Pick<ChartModel, "stretches" | "series"> }) {
  return gapsOf(model).map((index) => {
    const x = percentOf(middleOf(index, model.stretches.length));
    return (
      <At key={index} x={x} y="100%">
        <line x1={0} x2={0} y1={-5} y2={0} className="stroke-border-strong" />
      </At>
    );
  });
}

/** More lines than this would hide the values. */
const MOST_MARK_LINES = 40;

/** What happened meanwhile. `isLinked`: for the pointer; the same links are in the table, for the keyboard. */
export function MarkLayer({ marks, isLinked }: { marks: readonly PlacedMark[]; isLinked?: boolean }) {
  return marks.map((mark) => {
    const { kind, label, href, at, x } = mark;
    const key = `${kind} ${at} ${href}`;
    const shape = <MarkShape kind={kind} x={percentOf(x)} hasLine={marks.length <= MOST_MARK_LINES} />;
    if (!isLinked) return <g key={key}>{shape}</g>;
    return (
      <a key={key} href={href} tabIndex={-1}>
        <title>{label}</title>
        {shape}
      </a>
    );
  });
}

function MarkShape({ kind, x, hasLine }: { kind: PlacedMark["kind"]; x: string; hasLine: boolean }) {
  const colour = MARK_COLOURS[kind];
  return (
    <>
      {hasLine && <line x1={x} x2={x} y1="0%" y2="100%" stroke={colour} strokeDasharray="1 3" />}
      <At x={x} y="0%">
        <circle cy={-8} r={12} fill="transparent" />
        <path d={MARK_SHAPES[kind]} transform="translate(0 -8)" fill={colour} {...HALO} strokeWidth={1.5} />
      </At>
    </>
  );
}

export const patternId = (chartId: string, index: number): string => `${chartId}-fill-${index}`;

/** How the bars of each series are filled; ids are of the whole page. */
export function PatternLayer({ chartId, count }: { chartId: string; count: number }) {
  return (
    <defs>
      {Array.from({ length: count }, (_, index) => patternId(chartId, index)).map((id, index) => {
        const { colour, pattern } = seriesLook(index);
        return (
          <pattern key={id} id={id} width={PATTERN_CELL} height={PATTERN_CELL} patternUnits="userSpaceOnUse">
            <rect width={PATTERN_CELL} height={PATTERN_CELL} fill={colour} />
            {pattern && <path d={pattern} stroke="var(--background)" strokeWidth={1.2} fill="none" />}
          </pattern>
        );
      })}
    </defs>
  );
}
