import type { Measured, MeasureUnit } from "@/components/measure/change-text";
import type { DoraKeyName } from "@/lib/core/readiness/dora";
import type { Measured as MeasuredDeployments } from "@/lib/core/readiness/measured";
import type { DoraView } from "@/lib/registry/readiness/view";

export const MORE_IS_BETTER: Record<DoraKeyName, boolean> = {
  deploymentFrequency: true,
  leadTime: false,
  changeFailureRate: false,
  recoveryTime: false,
};

const UNITS: Record<DoraKeyName, MeasureUnit> = {
  deploymentFrequency: "per-day",
  leadTime: "ms",
  changeFailureRate: "rate",
  recoveryTime: "ms",
};

/** A key now and over the period before, in the unit in which it is shown: lengths of time in milliseconds. */
export function doraMeasured({ current, previous }: DoraView["keys"], name: DoraKeyName): Measured {
  const unit = UNITS[name];
  const shown = (value: number | null) => (value !== null && unit === "ms" ? value * 1000 : value);
  return { value: shown(current[name].value), previous: shown(previous[name].value), unit };
}

/** How much a key rests on: "median of 31 of 33 deployments". */
export function restsOn(name: DoraKeyName, measures: MeasuredDeployments): string {
  const { deployments, withLeadTime, failures, recovered } = measures;
  const texts: Record<DoraKeyName, string> = {
    deploymentFrequency: count(deployments, "deployment"),
    leadTime: `median of ${withLeadTime} of ${count(deployments, "deployment")}`,
    changeFailureRate: `${count(failures, "incident")} put down to a release`,
    recoveryTime: `median of ${recovered} of ${count(failures, "incident")}`,
  };
  return texts[name];
}

const count = (number: number, noun: string): string => `${number} ${number === 1 ? noun : `${noun}s`}`;
