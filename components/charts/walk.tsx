"use client";

import type { WalkProps } from "./chart-model";
import { InteractiveDrawing } from "./interactive-drawing";
import { plotMargin } from "./plot";
import { PointNote } from "./point-note";
import { pointOf, spokenPoint } from "./point-text";
import { useChartPoint } from "./use-chart-point";
import { valueAxis } from "./value-axis";

/**
 * The drawing that the pointer, or the arrow keys, walk through; what the keys come to is said too. A chunk of its own,
 * because it brings the chart library.
 */
export function Walk({ model, says, only, onDrawn }: WalkProps) {
  const margin = plotMargin(valueAxis(model).ticks);
  const { active, handlers } = useChartPoint(model.stretches.length, margin);
  const shown = only === null ? model.series : model.series.filter(({ id }) => id === only);
  const point = active && pointOf(model, active.index, shown);
  return (
    <div
      role="application"
      aria-roledescription="chart"
      aria-label={`${model.title}. ${says} Arrow keys walk through the points.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys are its controls
      tabIndex={0}
      className="absolute inset-0 touch-pan-y rounded-sm outline-offset-0 print:invisible"
      {...handlers}
    >
      <div aria-hidden className="h-full">
        <InteractiveDrawing model={model} only={only} active={active?.index ?? null} onDrawn={onDrawn} />
      </div>
      {point && <PointNote model={model} point={point} index={active.index} margin={margin} />}
      <p role="status" className="sr-only">
        {point && active.isSpoken && spokenPoint(point)}
      </p>
    </div>
  );
}
