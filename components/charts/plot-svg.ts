import type { ChartModel } from "./chart-model";
import { dateLabels } from "./date-axis";
import { barsOf, gapsOf, heightOf, isMarked, linesOf, middleOf, type PlotPoint, placeMarks } from "./plot";
import { LIMIT_COLOUR, MARK_COLOURS, MARK_SHAPES, seriesLook } from "./series-look";
import { element, label, rounded } from "./svg-text";
import { type ValueAxis, valueAxis } from "./value-axis";

type Box = { width: number; height: number };

/** What the drawing on the page shows, in a box of fixed size. */
export function plotSvg(model: ChartModel, box: Box): string[] {
  const axis = valueAxis(model);
  const values =
    model.kind === "bars" ? bars(model, axis, box) : model.series.flatMap((_, at) => line(model, at, axis, box));
  return [...frame(model, axis, box), ...gaps(model, box), ...values, ...limit(model, axis, box), ...marks(model, box)];
}

function frame({ stretches, unit }: ChartModel, axis: ValueAxis, { width, height }: Box): string[] {
  const values = axis.ticks.flatMap(({ value, text }) => {
    const y = rounded(heightOf(value, axis) * height);
    const stroke = value === axis.low ? "var(--border-strong)" : "var(--border)";
    return [
      element("line", { x1: 0, x2: width, y1: y, y2: y, stroke }),
      label(text, { x: -8, y, dy: "0.32em", "text-anchor": "end", fill: "var(--muted)" }),
    ];
  });
  const dates = dateLabels(stretches).map(({ index, text }) => {
    const x = rounded(middleOf(index, stretches.length) * width);
    return label(text, { x, y: height, dy: 20, "text-anchor": "middle", fill: "var(--muted)" });
  });
  const caption =
    unit === "per-day" ? [label("a day", { x: -8, y: -10, "text-anchor": "end", fill: "var(--muted)" })] : [];
  return [...values, ...dates, ...caption];
}

const gaps = (model: ChartModel, { width, height }: Box): string[] =>
  gapsOf(model).map((index) => {
    const x = rounded(middleOf(index, model.stretches.length) * width);
    return element("line", { x1: x, x2: x, y1: height - 5, y2: height, stroke: "var(--border-strong)" });
  });

function bars(model: ChartModel, axis: ValueAxis, box: Box): string[] {
  return barsOf(model, axis).flatMap((own, place) =>
    own.map(({ x, y, width, height }) =>
      element("rect", {
        ...{ x: rounded(x * box.width), width: rounded(width * box.width) },
        ...{ y: rounded(y * box.height), height: rounded(height * box.height) },
        ...{ fill: `url(#fill-${place})`, stroke: "var(--background)" },
      }),
    ),
  );
}

function line({ series }: ChartModel, place: number, axis: ValueAxis, { width, height }: Box): string[] {
  const { colour, dash, marker } = seriesLook(place);
  const values = series[place]?.values ?? [];
  const at = ({ x, y }: PlotPoint): string => `${rounded(x * width)} ${rounded(y * height)}`;
  return linesOf(values, axis).flatMap((points) => [
    element("path", {
      ...{ d: `M${points.map(at).join("L")}`, fill: "none", stroke: colour },
      ...{ "stroke-width": 1.75, "stroke-dasharray": dash },
    }),
    ...(isMarked(points, values.length)
      ? points.map((point) => element("path", { d: marker, fill: colour, transform: `translate(${at(point)})` }))
      : []),
  ]);
}

function limit(model: ChartModel, axis: ValueAxis, { width, height }: Box): string[] {
  const held = model.limit;
  if (!held || held.value < axis.low || held.value > axis.high) return [];
  const y = rounded(heightOf(held.value, axis) * height);
  return [
    element("line", {
      x1: 0,
      x2: width,
      y1: y,
      y2: y,
      stroke: LIMIT_COLOUR,
      "stroke-width": 1.5,
      "stroke-dasharray": "5 3",
    }),
    label(held.label, { x: width, y, dy: y < 18 ? 16 : -6, "text-anchor": "end", fill: LIMIT_COLOUR }),
  ];
}

const marks = ({ marks: given = [], stretches }: ChartModel, { width, height }: Box): string[] =>
  placeMarks(given, stretches).flatMap(({ kind, x }) => {
    const [at, colour] = [rounded(x * width), MARK_COLOURS[kind]];
    return [
      element("line", { x1: at, x2: at, y1: 0, y2: height, stroke: colour, "stroke-dasharray": "1 3" }),
      element("path", { d: MARK_SHAPES[kind], fill: colour, transform: `translate(${at} -8)` }),
    ];
  });
