import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { ChartMark, ChartModel } from "./chart-model";
import { MARK_COLOURS, MARK_SHAPES, MARK_WORDS, PATTERN_CELL, seriesLook } from "./series-look";

/** How a series looks in the drawing: its line with its marker, or its bars. */
export function SeriesSwatch({ place, kind }: { place: number; kind: ChartModel["kind"] }) {
  const { colour, dash, marker, pattern } = seriesLook(place);
  if (kind === "bars") {
    return (
      <svg
        aria-hidden
        width={12}
        height={12}
        viewBox={`0 0 ${2 * PATTERN_CELL} ${2 * PATTERN_CELL}`}
        className="shrink-0"
      >
        <rect width={2 * PATTERN_CELL} height={2 * PATTERN_CELL} fill={colour} />
        {pattern &&
          ["0 0", "6 0", "0 6", "6 6"].map((at) => (
            <path key={at} d={pattern} transform={`translate(${at})`} stroke="var(--background)" strokeWidth={1.2} />
          ))}
      </svg>
    );
  }
  return (
    <svg aria-hidden width={28} height={10} viewBox="-14 -5 28 10" className="shrink-0">
      <line x1={-14} x2={14} stroke={colour} strokeWidth={1.75} strokeDasharray={dash} />
      <path d={marker} fill={colour} />
    </svg>
  );
}

export function MarkSwatch({ kind }: { kind: ChartMark["kind"] }) {
  return (
    <svg aria-hidden width={12} height={12} viewBox="-6 -6 12 12" className="shrink-0 self-center">
      <path d={MARK_SHAPES[kind]} fill={MARK_COLOURS[kind]} />
    </svg>
  );
}

type LegendProps = {
  model: ChartModel;
  only: string | null;
  choose(id: string | null): void;
};

/** Which series is which. Each shows itself alone when it is pressed, and all of them when it is pressed again. */
export function Legend({ model, only, choose }: LegendProps) {
  const kinds = (["release", "incident"] as const).filter((kind) => model.marks?.some((mark) => mark.kind === kind));
  return (
    <ul className="-ms-1.5 flex flex-wrap gap-x-2 text-sm">
      {model.series.map(({ id, label }, place) => (
        <li key={id} className="max-w-full">
          <LegendItem
            isAlone={model.series.length === 1}
            isPressed={only === id}
            onPress={() => choose(only === id ? null : id)}
          >
            <SeriesSwatch place={place} kind={model.kind} />
            <span className={cn("truncate", only !== null && only !== id && "text-muted line-through")}>{label}</span>
          </LegendItem>
        </li>
      ))}
      {kinds.map((kind) => (
        <li key={kind} className={cn("inline-flex", ITEM)}>
          <MarkSwatch kind={kind} />
          {MARK_WORDS[kind]}
        </li>
      ))}
    </ul>
  );
}

const ITEM = "min-h-7 max-w-full items-center gap-1.5 rounded-sm px-1.5";

type ItemProps = { isAlone: boolean; isPressed: boolean; onPress(): void; children: ReactNode };

function LegendItem({ isAlone, isPressed, onPress, children }: ItemProps) {
  if (isAlone) return <span className={cn("inline-flex", ITEM)}>{children}</span>;
  return (
    <>
      <button
        type="button"
        aria-pressed={isPressed}
        title="Show alone"
        onClick={onPress}
        className={cn("inline-flex hover:bg-sunken", ITEM)}
      >
        {children}
      </button>
      {/* Paper has no buttons. */}
      <span className={cn("hidden print:inline-flex", ITEM)}>{children}</span>
    </>
  );
}
