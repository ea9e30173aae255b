/** How a decision came about: the gate judged, or two people let a release through that it had not approved. */
export const DECISION_KINDS = ["gate", "break_glass"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];
