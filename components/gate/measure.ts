import { exactTime } from "@/components/time/format";
import type { CheckId } from "@/lib/core/gate/check-ids";
import type { CheckResult } from "@/lib/core/gate/verdict";
import { LOCALE } from "@/lib/core/locale";

/** How the observed value must relate to the limit for the check to pass, as a reader would write it. */
const RELATIONS: Partial<Record<CheckId, string>> = {
  "scorecard.present": "≤",
  "integration.success_rate": "≥",
  "suites.flake_rate": "<",
  "performance.p95_ms": "<",
  "security.critical_high": "≤",
  "security.medium": "≤",
  "telemetry.latency_p95_ms": "<",
  "telemetry.error_rate": "<",
  "telemetry.flake_rate": "<",
  "rehearsal.fresh": "≤",
  "incidents.open": "≤",
};

const number = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 4 });

/** Within a text the core writes points in time as RFC 3339. */
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g;

/** A text of the core for people: its points in time as every page writes them. */
export function withTimes(text: string): string {
  return text.replace(INSTANT, (instant) => exactTime(instant));
}

/** Units that are words, and so have a singular. */
const COUNTED = /^(findings|suites|roles|incidents|waivers|hours|days)$/;
/** Keeps a number on one line with what it counts. */
const NO_BREAK = "\u00a0";

/** "174 ms", "0.9712", "1 finding", "passed"; a rate goes without a unit, for it has none. */
export function measureText(value: CheckResult["observed"], unit: string | null): string {
  if (value === null) return "unknown";
  if (typeof value === "string") return withTimes(value);
  if (!unit || unit === "rate") return number.format(value);
  return number.format(value) + NO_BREAK + (value === 1 && COUNTED.test(unit) ? unit.slice(0, -1) : unit);
}

/** "< 200 ms"; empty where the check has no limit. */
export function limitText({ id, threshold, unit }: Pick<CheckResult, "id" | "threshold" | "unit">): string {
  if (threshold === null) return "";
  const relation = RELATIONS[id];
  return relation ? relation + NO_BREAK + measureText(threshold, unit) : measureText(threshold, unit);
}
