export type Bar = { x: number; width: number; segments: { index: number; y: number; height: number }[] };

type Box = { width: number; height: number };
/** Of a bar's place, the share that stays free. */
const GAP = 0.25;

/**
 * Stacked bars at equal distances, their segments from the bottom up in the order of the values. A missing or empty value
 * has no segment. `highest`: the value of the box's whole height; where it is 0, there is nothing to draw.
 */
export function barsOf(columns: readonly (readonly (number | null)[])[], highest: number, box: Box): Bar[] {
  const place = columns.length > 0 ? box.width / columns.length : 0;
  return columns.map((values, index) => {
    let below = 0;
    const segments = values.flatMap((value, segment) => {
      if (!value || highest <= 0) return [];
      const height = (value / highest) * box.height;
      below += height;
      return [{ index: segment, y: rounded(box.height - below), height: rounded(height) }];
    });
    return { x: rounded(index * place + (place * GAP) / 2), width: rounded(place * (1 - GAP)), segments };
  });
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The tallest of some columns; 0 where there is none. */
export const highestOf = (columns: readonly (readonly (number | null)[])[]): number =>
  Math.max(0, ...columns.map((values) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0)));
