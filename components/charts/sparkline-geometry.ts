/** Both ends of an axis, in the unit of the values. */
export type Scale = { low: number; high: number };
export type Box = { width: number; height: number; padding: number };
export type Point = { x: number; y: number };

export type SparklineGeometry = {
  /** One path for each stretch of neighbouring values: a gap is never bridged. */
  lines: string[];
  /** Values without a neighbour, which a line would not show. */
  lone: Point[];
  /** Where a value is missing. */
  gaps: number[];
  pointAt(index: number): Point | null;
  xOf(index: number): number;
  yOf(value: number): number;
};

/** Places values at equal distances, first to last. Values beyond the scale stay on its edge; a flat scale is the middle. */
export function sparklineGeometry(values: readonly (number | null)[], scale: Scale, box: Box): SparklineGeometry {
  const { width, height, padding } = box;
  const step = values.length > 1 ? (width - 2 * padding) / (values.length - 1) : 0;
  const first = values.length > 1 ? padding : width / 2;
  const span = scale.high - scale.low;
  const xOf = (index: number) => rounded(first + index * step);
  const yOf = (value: number) => {
    const share = span > 0 ? Math.min(Math.max((value - scale.low) / span, 0), 1) : 0.5;
    return rounded(height - padding - share * (height - 2 * padding));
  };
  const points = values.map((value, index) => (value === null ? null : { x: xOf(index), y: yOf(value) }));
  const stretches = stretchesOf(points);
  return {
    lines: stretches.filter(({ length }) => length > 1).map(pathOf),
    lone: stretches.flatMap((stretch) => (stretch.length === 1 ? stretch : [])),
    gaps: values.flatMap((value, index) => (value === null ? [xOf(index)] : [])),
    pointAt: (index) => points[index] ?? null,
    xOf,
    yOf,
  };
}

function stretchesOf(points: readonly (Point | null)[]): Point[][] {
  const stretches: Point[][] = [[]];
  for (const point of points) {
    if (point) stretches.at(-1)?.push(point);
    else stretches.push([]);
  }
  return stretches.filter(({ length }) => length > 0);
}

const pathOf = (points: Point[]): string => `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`;
const rounded = (value: number): number => Math.round(value * 100) / 100;
