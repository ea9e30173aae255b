/** How much a statement about deployments rests on. */
export type Measured = {
  /** Production deployments that succeeded in the period. */
  deployments: number;
  /** Those of them whose lead time is known. */
  withLeadTime: number;
  /** Incidents of the period that a release is put down to, and those of them that are resolved. */
  failures: number;
  recovered: number;
};
