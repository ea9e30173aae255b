import type { DoraBand, DoraKeyName } from "./dora";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH_DAYS = 30;

type Limit = { band: DoraBand; holds(value: number): boolean };
const from = (band: DoraBand, least: number): Limit => ({ band, holds: (value) => value >= least });
const above = (band: DoraBand, limit: number): Limit => ({ band, holds: (value) => value > limit });
const upTo = (band: DoraBand, most: number): Limit => ({ band, holds: (value) => value <= most });
const below = (band: DoraBand, limit: number): Limit => ({ band, holds: (value) => value < limit });

/**
 * The best band first. The report describes groups of teams and draws no lines between them; here a band reaches as far
 * as the report says of its group, and whatever is beyond medium is low. Where the report's medium and low groups are
 * alike (frequency and lead time), a value that fits both is medium. A month is 30 days.
 */
const LIMITS: Record<DoraKeyName, readonly Limit[]> = {
  deploymentFrequency: [above("elite", 1), from("high", 1 / 7), from("medium", 1 / MONTH_DAYS)],
  leadTime: [below("elite", DAY), upTo("high", WEEK), upTo("medium", MONTH_DAYS * DAY)],
  changeFailureRate: [upTo("elite", 0.05), upTo("high", 0.1), upTo("medium", 0.15)],
  recoveryTime: [below("elite", HOUR), below("high", DAY), upTo("medium", WEEK)],
};

/**
 * The band of a value in the key's own unit: deployments a day, seconds, 0…1, seconds. Levels of the Accelerate State of
 * DevOps Report 2023 (`DORA_SOURCE`), as `LIMITS` says. Pure.
 */
export const bandOf = (key: DoraKeyName, value: number): DoraBand =>
  LIMITS[key].find(({ holds }) => holds(value))?.band ?? "low";
