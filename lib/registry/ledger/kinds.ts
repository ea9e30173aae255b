/** Kinds of record that the commands write, for the filter of the ledger. */
export const LEDGER_KINDS = [
  "approval-matrix",
  "decision",
  "environment",
  "incident",
  "manifest",
  "metrics",
  "person",
  "rehearsal",
  "release",
  "scorecard",
  "service",
  "signature",
  "stage",
  "tenant",
  "token",
  "waiver",
] as const;
