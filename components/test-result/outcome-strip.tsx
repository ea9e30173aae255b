import { cn } from "@/components/ui/cn";
import { type KnownMark, type Mark, markWord, stripText } from "./outcome-text";

const HEIGHT = 20;
const STEP = 7;
const WIDTH = 5;
/* The worse an outcome, the taller its mark: neither colour nor shape carries it alone. */
const marks: Record<KnownMark, { height: number; className: string }> = {
  passed: { height: 6, className: "fill-go" },
  flaky: { height: 11, className: "fill-waiver" },
  failed: { height: 16, className: "fill-no-go" },
  skipped: { height: 2, className: "fill-unknown" },
  not_run: { height: 2, className: "fill-unknown" },
};

type OutcomeStripProps = {
  /** Oldest first. */
  outcomes: readonly Mark[];
  /** Place of the one that the page is about. */
  current?: number;
  /** Precedes the outcomes in the text alternative. */
  label?: string;
  className?: string;
};

/** How the last runs ended, a small mark each. */
export function OutcomeStrip({ outcomes, current, label, className }: OutcomeStripProps) {
  const width = Math.max(outcomes.length * STEP - (STEP - WIDTH), WIDTH);
  const text = stripText(outcomes);
  return (
    <svg
      role="img"
      aria-label={label ? `${label}: ${text}` : text}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      className={cn("h-auto max-w-full", className)}
    >
      {outcomes.map((outcome, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mark is nothing but its place
        <StripMark key={index} outcome={outcome} x={index * STEP} />
      ))}
      {current !== undefined && (
        <rect x={current * STEP} y={HEIGHT - 2} width={WIDTH} height={2} className="fill-accent" />
      )}
    </svg>
  );
}

function StripMark({ outcome, x }: { outcome: Mark; x: number }) {
  if (outcome === null) return null;
  const { height, className } = marks[outcome];
  return <rect x={x} y={HEIGHT - 3 - height} width={WIDTH} height={height} rx={1} className={className} />;
}

/** What the marks mean. */
export function OutcomeLegend({ outcomes }: { outcomes: readonly KnownMark[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
      {outcomes.map((outcome) => (
        <li key={outcome} className="inline-flex items-end gap-1.5">
          <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
            <StripMark outcome={outcome} x={0} />
          </svg>
          {markWord(outcome)}
        </li>
      ))}
    </ul>
  );
}
