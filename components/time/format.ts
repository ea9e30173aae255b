import { type Duration, formatDuration, intervalToDuration } from "date-fns";
import { LOCALE } from "@/lib/core/locale";

export type When = Date | string;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.4375 * DAY;
const YEAR = 365.25 * DAY;

/* Days are kept up to three months, because the limits people compare with are given in days. */
const steps: readonly [limitMs: number, unitMs: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [HOUR, MINUTE, "minute"],
  [DAY, HOUR, "hour"],
  [90 * DAY, DAY, "day"],
  [2 * YEAR, MONTH, "month"],
  [Number.POSITIVE_INFINITY, YEAR, "year"],
];

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "always" });
export function toDate(at: When): Date {
  return typeof at === "string" ? new Date(at) : at;
}

const exactIn = new Map<string, Intl.DateTimeFormat>();

function exactFormat(timeZone: string): Intl.DateTimeFormat {
  const known = exactIn.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
  exactIn.set(timeZone, made);
  return made;
}

/** "1 Oct 2025, 12:00:00 UTC", or "1 Oct 2025, 14:00:00 CEST" in Europe/Berlin: to the second, zone stated. */
export function exactTime(at: When, timeZone = "UTC"): string {
  return exactFormat(timeZone).format(toDate(at));
}

/** "12 days ago", "in 18 days", "just now"; rounds towards now, so nothing looks older or farther than it is. */
export function relativeTime(at: When, now: When): string {
  const differenceMs = toDate(at).getTime() - toDate(now).getTime();
  const distanceMs = Math.abs(differenceMs);
  if (distanceMs < MINUTE) return differenceMs > 0 ? "in under a minute" : "just now";
  const [, unitMs, unit] = steps.find(([limitMs]) => distanceMs < limitMs) ?? [0, YEAR, "year" as const];
  return relative.format(Math.sign(differenceMs) * Math.floor(distanceMs / unitMs), unit);
}

const units: (keyof Duration)[] = ["years", "months", "days", "hours", "minutes", "seconds"];
const short: Record<string, string> = { days: "d", hours: "h", minutes: "min", seconds: "s" };

/** "312 ms", "5 min 12 s", "2 d 3 h": the two largest units of a length of time. */
export function durationText(ms: number): string {
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  if (ms < MINUTE - 50) return `${Number((ms / SECOND).toFixed(1))} s`;
  let restMs = Math.round(ms / SECOND) * SECOND;
  const parts: string[] = [];
  for (const [unitMs, unit] of [
    [DAY, "days"],
    [HOUR, "hours"],
    [MINUTE, "minutes"],
    [SECOND, "seconds"],
  ] as const) {
    const amount = Math.floor(restMs / unitMs);
    restMs -= amount * unitMs;
    if (amount > 0) parts.push(`${amount} ${short[unit]}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(" ");
}

/** The same length in full words, for assistive technology and titles. */
export function durationWords(ms: number): string {
  if (ms < SECOND) return `${Math.round(ms)} milliseconds`;
  return formatDuration(intervalToDuration({ start: 0, end: ms }), { format: units });
}
