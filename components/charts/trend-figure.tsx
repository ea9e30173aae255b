"use client";

import { type ComponentType, type ReactNode, useCallback, useEffect, useId, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import type { ChartModel, WalkProps } from "./chart-model";
import { Downloads } from "./downloads";
import { Legend } from "./legend";

type TrendFigureProps = {
  model: ChartModel;
  says: string;
  fileName: string;
  height: number;
  headingLevel: 3 | 4;
  /** From the first day to the last, which an axis has no place for. */
  range: string;
  /** As the server drew it. */
  drawing: ReactNode;
  /** The same numbers as a table. */
  children: ReactNode;
};

export function TrendFigure({
  model,
  says,
  fileName,
  height,
  headingLevel,
  range,
  drawing,
  children,
}: TrendFigureProps) {
  const headingId = useId();
  const [only, setOnly] = useState<string | null>(null);
  const Heading = `h${headingLevel}` as const;
  return (
    <figure aria-labelledby={headingId} className="min-w-0 break-inside-avoid">
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <Heading id={headingId} className="font-medium">
          {model.title}
        </Heading>
        <Downloads model={model} fileName={fileName} />
      </div>
      <Legend model={model} only={only} choose={setOnly} />
      <Stage model={model} says={says} height={height} only={only}>
        {drawing}
      </Stage>
      <p className="mt-1 text-end text-muted text-xs tabular-nums">{range}</p>
      {children}
    </figure>
  );
}

type StageProps = { model: ChartModel; says: string; height: number; only: string | null; children: ReactNode };

/** The server's drawing, until the one that answers has been fetched and stands in its place; on paper always. */
function Stage({ model, says, height, only, children }: StageProps) {
  const [place, Walk] = useWalkWhenNear();
  const [isDrawn, setDrawn] = useState(false);
  const onDrawn = useCallback(() => setDrawn(true), []);
  const isEmpty = model.series.every(({ values }) => values.every((value) => value === null));
  return (
    <div ref={place} className="relative" style={{ height }}>
      <div className={cn("h-full", isDrawn && "invisible print:visible")}>{children}</div>
      {isEmpty && <p className="absolute inset-x-0 top-2/5 text-center text-muted">No data in this period</p>}
      {Walk && <Walk model={model} says={says} only={only} onDrawn={onDrawn} />}
    </div>
  );
}

/** Fetched when the chart comes near the window. Where that fails, the server's drawing simply stays. */
function useWalkWhenNear() {
  const place = useRef<HTMLDivElement>(null);
  const [Walk, setWalk] = useState<ComponentType<WalkProps> | null>(null);
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        import("./walk").then((chunk) => setWalk(() => chunk.Walk)).catch(() => {});
      },
      { rootMargin: "200px" },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [place, Walk] as const;
}
