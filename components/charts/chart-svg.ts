import { rangeText } from "@/components/time/axis-text";
import type { ChartModel } from "./chart-model";
import { legendRows, legendSvg, ROW_HEIGHT } from "./legend-svg";
import { plotMargin } from "./plot";
import { plotSvg } from "./plot-svg";
import { PATTERN_CELL, seriesLook } from "./series-look";
import { element, label } from "./svg-text";
import { valueAxis } from "./value-axis";

export const PICTURE_WIDTH = 960;
const [EDGE, TITLE, PLOT_HEIGHT] = [24, 52, 340];
const INNER = PICTURE_WIDTH - 2 * EDGE;

const plotTop = (model: ChartModel): number => TITLE + legendRows(model, INNER).length * ROW_HEIGHT + 6;
export const pictureHeight = (model: ChartModel): number => plotTop(model) + PLOT_HEIGHT + EDGE / 2;

/** The chart as an SVG file that needs nothing else. `colourOf`: the value of a custom property of the theme, as `--data-1`. */
export function chartSvg(model: ChartModel, colourOf: (name: string) => string): string {
  const height = pictureHeight(model);
  const { top, right, bottom, left } = plotMargin(valueAxis(model).ticks);
  const box = { width: INNER - left - right, height: PLOT_HEIGHT - top - bottom };
  const content = [
    patterns(model),
    element("rect", { width: PICTURE_WIDTH, height, fill: "var(--background)" }),
    label(model.title, { x: EDGE, y: 36, "font-size": 18, "font-weight": 600, fill: "var(--foreground)" }),
    label(rangeText(model.stretches), { x: PICTURE_WIDTH - EDGE, y: 36, "text-anchor": "end", fill: "var(--muted)" }),
    legendSvg(model, { x: EDGE, y: TITLE, width: INNER }),
    element("g", { transform: `translate(${EDGE + left} ${plotTop(model) + top})` }, plotSvg(model, box)),
  ];
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      ...{ width: PICTURE_WIDTH, height, viewBox: `0 0 ${PICTURE_WIDTH} ${height}` },
      ...{ "font-family": "Geist, system-ui, sans-serif", "font-size": 13 },
    },
    content,
  );
  return svg.replace(/var\((--[\w-]+)\)/g, (_, name: string) => colourOf(name));
}

/** Bars are filled with them. */
function patterns({ kind, series }: ChartModel): string {
  if (kind !== "bars") return "";
  return element(
    "defs",
    {},
    series.map((_, place) => {
      const { colour, pattern } = seriesLook(place);
      const size = { width: PATTERN_CELL, height: PATTERN_CELL };
      const lines = pattern
        ? [element("path", { d: pattern, stroke: "var(--background)", "stroke-width": 1.2, fill: "none" })]
        : [];
      return element("pattern", { id: `fill-${place}`, ...size, patternUnits: "userSpaceOnUse" }, [
        element("rect", { ...size, fill: colour }),
        ...lines,
      ]);
    }),
  );
}
