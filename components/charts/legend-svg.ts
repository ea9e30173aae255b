import type { ChartModel } from "./chart-model";
import { MARK_COLOURS, MARK_SHAPES, MARK_WORDS, seriesLook } from "./series-look";
import { element, label } from "./svg-text";

export const ROW_HEIGHT = 22;
const [SWATCH, BETWEEN, LETTER] = [34, 20, 7.2];
const MOST_LETTERS = 48;

type Item = { text: string; swatch: string; width: number };

/** The parts of the legend, in as many rows as the width asks for. */
export function legendRows(model: ChartModel, width: number): Item[][] {
  const rows: Item[][] = [[]];
  let used = 0;
  for (const item of itemsOf(model)) {
    if (used > 0 && used + item.width > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(item);
    used += item.width;
  }
  return rows.filter(({ length }) => length > 0);
}

export function legendSvg(model: ChartModel, { x, y, width }: { x: number; y: number; width: number }): string {
  const rows = legendRows(model, width).map((items, row) => {
    let at = 0;
    const shown = items.map(({ text, swatch, width: own }) => {
      const start = at;
      at += own;
      return element("g", { transform: `translate(${start} 0)` }, [
        swatch,
        label(text, { x: SWATCH, dy: "0.35em", fill: "var(--foreground)" }),
      ]);
    });
    return element("g", { transform: `translate(${x} ${y + (row + 0.5) * ROW_HEIGHT})` }, shown);
  });
  return rows.join("");
}

function itemsOf({ series, marks = [], kind }: ChartModel): Item[] {
  const kinds = (["release", "incident"] as const).filter((each) => marks.some((mark) => mark.kind === each));
  const shapes = kinds.map((each) => ({
    text: MARK_WORDS[each],
    swatch: element("path", { d: MARK_SHAPES[each], fill: MARK_COLOURS[each], transform: "translate(14 0)" }),
  }));
  const lines = series.map(({ label: name }, place) => ({
    text: name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name,
    swatch: kind === "bars" ? barSwatch(place) : lineSwatch(place),
  }));
  return [...lines, ...shapes].map((each) => ({ ...each, width: SWATCH + each.text.length * LETTER + BETWEEN }));
}

const barSwatch = (place: number): string =>
  element("rect", { x: 8, y: -6, width: 12, height: 12, fill: `url(#fill-${place})` });

function lineSwatch(place: number): string {
  const { colour, dash, marker } = seriesLook(place);
  return element("g", {}, [
    element("line", { x1: 0, x2: 28, stroke: colour, "stroke-width": 1.75, "stroke-dasharray": dash }),
    element("path", { d: marker, fill: colour, transform: "translate(14 0)" }),
  ]);
}
