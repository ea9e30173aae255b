const UNIT_SECONDS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600 };
const TEXT = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)$/;

/** Seconds of `90s`, `10m`, `1.5h`, `250ms`; null for any other text: a number without a unit is not guessed at. */
export function secondsOf(text: string): number | null {
  const [, number, unit] = TEXT.exec(text.trim()) ?? [];
  const factor = UNIT_SECONDS[unit ?? ""];
  return number === undefined || factor === undefined ? null : Number(number) * factor;
}

/** To the millisecond. */
export const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** `30 ms`, `12.3 s`, `4 min 5 s`, `2 h 3 min`: as people read it. */
export function durationText(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 60) return `${Math.round(seconds * 10) / 10} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
