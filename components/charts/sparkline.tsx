import { cn } from "@/components/ui/cn";
import { type Scale, sparklineGeometry } from "./sparkline-geometry";

const BOX = { width: 208, height: 40, padding: 5 };

type SparklineProps = {
  /** Oldest first; null is a gap. */
  values: readonly (number | null)[];
  scale: Scale;
  /** Place of the value that the page is about. */
  current?: number;
  /** Drawn as a dashed line where it lies within the scale. */
  limit?: number | null;
  /** What the drawing says, for those who do not see it. */
  label: string;
  className?: string;
};

/** A small trend as server-rendered SVG, without axes: the column says the scale, the cell the figures. */
export function Sparkline({ values, scale, current, limit, label, className }: SparklineProps) {
  const { lines, lone, gaps, pointAt, xOf, yOf } = sparklineGeometry(values, scale, BOX);
  const now = current === undefined ? null : pointAt(current);
  const floor = BOX.height - 1;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      width={BOX.width}
      height={BOX.height}
      className={cn("h-auto max-w-full fill-none", className)}
    >
      <line x1={0} x2={BOX.width} y1={floor} y2={floor} className="stroke-border" />
      {isWithin(limit, scale) && (
        <line x1={0} x2={BOX.width} y1={yOf(limit)} y2={yOf(limit)} strokeDasharray="4 3" className="stroke-waiver" />
      )}
      {current !== undefined && (
        <line x1={xOf(current)} x2={xOf(current)} y1={0} y2={floor} className="stroke-accent/40" />
      )}
      {gaps.map((x) => (
        <line key={x} x1={x} x2={x} y1={floor - 4} y2={floor} className="stroke-border-strong" />
      ))}
      {lines.map((path) => (
        <path key={path} d={path} strokeWidth={1.5} strokeLinejoin="round" className="stroke-muted" />
      ))}
      {lone.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={1.75} className="fill-muted" />
      ))}
      {now && <circle cx={now.x} cy={now.y} r={3.5} strokeWidth={1.5} className="fill-accent stroke-background" />}
    </svg>
  );
}

const isWithin = (limit: number | null | undefined, { low, high }: Scale): limit is number =>
  typeof limit === "number" && limit >= low && limit <= high;
