import { rangeText } from "@/components/time/axis-text";
import { type ChartModel, MOST_SERIES, type TrendChartProps, USUAL_HEIGHT } from "./chart-model";
import { ChartTable } from "./chart-table";
import { StaticDrawing } from "./static-drawing";
import { TrendFigure } from "./trend-figure";

/**
 * Values over time, with what they are held against and what happened meanwhile. Drawn by the server; the browser then
 * fetches what answers to the pointer and to keys. The same numbers are in its table and its files.
 */
export function TrendChart({ says, fileName, height = USUAL_HEIGHT, headingLevel = 3, ...model }: TrendChartProps) {
  const drawn: ChartModel = { ...model, series: model.series.slice(0, MOST_SERIES) };
  const left = model.series.length - drawn.series.length;
  return (
    <TrendFigure
      {...{ model: drawn, says, fileName, height, headingLevel }}
      range={rangeText(model.stretches)}
      drawing={<StaticDrawing model={drawn} says={says} />}
    >
      {left > 0 && <p className="text-muted text-sm">The other {left} are in the table.</p>}
      <ChartTable model={model} />
    </TrendFigure>
  );
}
