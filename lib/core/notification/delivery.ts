import { NOTICE_KINDS } from "./kinds";

export const RECIPIENT_KINDS = ["person", "channel"] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** What the outbox carries: notices, the daily digest that gathers them, and tests that somebody asked for. */
export const OUTBOX_KINDS = [...NOTICE_KINDS, "digest", "test"] as const;
export type OutboxKind = (typeof OUTBOX_KINDS)[number];

/**
 * `held`: waits for the daily digest. `failed`: could not be tried, such as without a mail server. `gave_up`: refused for
 * good, or tried too often. Both of these are tried again only when somebody asks.
 */
export const DELIVERY_STATES = ["pending", "held", "sent", "failed", "gave_up"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** How a delivery ended. `later`: trouble that may pass. `never`: the other side's no. `unready`: nothing was tried. */
export type Outcome = { kind: "sent" } | { kind: "later" | "never" | "unready"; reason: string };

/** Spread by the queue's growing delay over most of a working day. */
export const MOST_ATTEMPTS = 20;

/** The state after the attempt of this number (1 for the first); `pending` is tried again. */
export function stateAfter(outcome: Outcome, attempt: number): DeliveryState {
  if (outcome.kind === "sent") return "sent";
  if (outcome.kind === "unready") return "failed";
  return outcome.kind === "later" && attempt < MOST_ATTEMPTS ? "pending" : "gave_up";
}
