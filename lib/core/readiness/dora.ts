/** DORA's four performance levels. */
export const DORA_BANDS = ["elite", "high", "medium", "low"] as const;
export type DoraBand = (typeof DORA_BANDS)[number];

/** A key as measured; both null where the period holds nothing to measure. */
export type DoraKey = { value: number | null; band: DoraBand | null };

/** DORA's four keys of a period. */
export type DoraKeys = {
  /** Production deployments a day. */
  deploymentFrequency: DoraKey;
  /** Median seconds. */
  leadTime: DoraKey;
  /** 0…1 */
  changeFailureRate: DoraKey;
  /** Median seconds from the start of a failure that a release caused to its resolution. */
  recoveryTime: DoraKey;
};
export const DORA_KEYS = ["deploymentFrequency", "leadTime", "changeFailureRate", "recoveryTime"] as const;
export type DoraKeyName = (typeof DORA_KEYS)[number];
