import { DomainError, invalid } from "../errors";
import { hasEnded, type Quarter, quarterEnd, quarterText } from "./quarter";

/** About a quarter, so that the next review sees every item that was carried over again. */
export const LONGEST_CARRY_OVER_DAYS = 92;
const DAY_MS = 86_400_000;

export type CarryOverWish = {
  quarter: Quarter;
  item: { ownerId: string | null; openedAt: Date };
  until: Date;
  signerId: string;
};

/**
 * Refuses a carry-over that a review may not give: of a quarter that is still running, of an item that was opened later,
 * to a date that is past or more than 92 days ahead, or signed by the item's own owner. Throws DomainError.
 */
export function requireCarryOver({ quarter, item, until, signerId }: CarryOverWish, now: Date): void {
  if (!hasEnded(quarter, now)) {
    throw new DomainError("conflict", `${quarterText(quarter)} is not over: its items may still be completed.`);
  }
  if (item.openedAt.getTime() >= quarterEnd(quarter).getTime()) {
    throw new DomainError(
      "conflict",
      `This item was opened after ${quarterText(quarter)}: the next review asks for it.`,
    );
  }
  if (item.ownerId === signerId) {
    throw new DomainError("forbidden", "You own this item. Somebody else of the change board carries it over.");
  }
  if (!(until.getTime() > now.getTime())) throw invalid("newDueAt", "must lie in the future");
  if (until.getTime() - now.getTime() > LONGEST_CARRY_OVER_DAYS * DAY_MS) {
    throw invalid("newDueAt", `must be at most ${LONGEST_CARRY_OVER_DAYS} days ahead`);
  }
}
