import { type Span, stretchesOf } from "@/lib/core/period";

const DAY_MS = 86_400_000;

export const dayStart = (at: Date): Date => new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS);
/** `YYYY-MM-DD` in UTC. */
export const dayText = (at: Date): string => at.toISOString().slice(0, 10);

/**
 * Stretches of a trend that is counted by days: those of `stretchesOf`, of which each but the first begins at a midnight
 * (UTC). Together they are the span to the millisecond; an empty span is one stretch. Pure.
 */
export function dayStretches(span: Span): Span[] {
  const starts = stretchesOf({ from: dayStart(span.from), until: span.until }).map(({ from }) => from);
  if (starts.length === 0) return [span];
  return starts.map((start, index) => ({
    from: index === 0 ? span.from : start,
    until: starts[index + 1] ?? span.until,
  }));
}

/** Days (UTC) of which contiguous spans hold a part only, each once and in order. Pure. */
export function partialDays(spans: readonly Span[]): string[] {
  const ends = spans.flatMap(({ from, until }) => [from, until]);
  return [...new Set(ends.filter((at) => at.getTime() !== dayStart(at).getTime()).map(dayText))].sort();
}
