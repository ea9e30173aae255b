export const BREAK_GLASS_STATES = ["requested", "confirmed", "used", "expired", "cancelled"] as const;
export type BreakGlassState = (typeof BREAK_GLASS_STATES)[number];

/** The facts of a break-glass that its state follows from. */
export type BreakGlassTimes = {
  expiresAt: Date;
  confirmedAt: Date | null;
  cancelledAt: Date | null;
  usedAt: Date | null;
};

/**
 * Where a break-glass stands at `at`. What was used stays used for ever; at the instant of its expiry it is over, and a
 * time that cannot be read has passed. Pure.
 */
export function breakGlassState(
  { expiresAt, confirmedAt, cancelledAt, usedAt }: BreakGlassTimes,
  at: Date,
): BreakGlassState {
  if (usedAt) return "used";
  if (cancelledAt) return "cancelled";
  if (!(at.getTime() < expiresAt.getTime())) return "expired";
  return confirmedAt ? "confirmed" : "requested";
}
