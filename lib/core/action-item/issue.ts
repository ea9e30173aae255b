import type { ActionItemState } from "./model";

/** GitHub takes titles of so many characters. */
const MAX_ISSUE_TITLE = 256;

/** An item's title as its issue can have it. Pure. */
export function issueTitle(title: string): string {
  const characters = Array.from(title);
  return characters.length <= MAX_ISSUE_TITLE ? title : `${characters.slice(0, MAX_ISSUE_TITLE - 1).join("")}…`;
}

export type ItemSide = { title: string; state: ActionItemState };
/** `reason`: GitHub's `state_reason`, which older servers leave out. */
export type IssueSide = { title: string; isClosed: boolean; reason: string | null };
/** What either side had when they last agreed; null before they have met. */
export type Agreed = { itemTitle: string; issueTitle: string; state: ActionItemState } | null;
export type Push = { title?: string; state?: ActionItemState };

export type Merged = {
  /** What the item has to take over. */
  toItem: Partial<ItemSide>;
  /** What the issue has still to be told. */
  toIssue: Push;
  /** To be kept for the next time. */
  agreed: NonNullable<Agreed>;
};

/**
 * Brings an item and its issue together, field by field: the side that has changed since they last agreed gives, the
 * other takes; where both have, the item gives. When they meet first, titles stay and a closed side closes the other.
 * `pushed` is what the issue was just told: whatever it made of that is agreed on. Merged again with what it gives,
 * nothing is left to do, so no change can echo. Pure.
 */
export function mergeIssue(sides: { item: ItemSide; issue: IssueSide; agreed: Agreed; pushed?: Push }): Merged {
  const { item, issue, agreed, pushed = {} } = sides;
  const title = mergeTitle(item.title, issue.title, agreed, pushed.title);
  const state = mergeState(item.state, stateOf(issue, agreed?.state ?? item.state), agreed, pushed.state);
  return {
    toItem: { ...title.toItem, ...state.toItem },
    toIssue: { ...title.toIssue, ...state.toIssue },
    agreed: { ...title.agreed, state: state.agreed },
  };
}

function mergeTitle(item: string, issue: string, agreed: Agreed, pushed: string | undefined) {
  const wanted = issueTitle(item);
  const both = { toItem: {}, toIssue: {}, agreed: { itemTitle: item, issueTitle: issue } };
  if (!agreed || issue === wanted || pushed === wanted) return both;
  if (item !== agreed.itemTitle) {
    // Until the issue has it, the item's change stays news; taken back before that, the issue's is news again.
    const waiting = { itemTitle: agreed.itemTitle, issueTitle: agreed.issueTitle };
    return { toItem: {}, toIssue: { title: wanted }, agreed: waiting };
  }
  if (issue === agreed.issueTitle) return both;
  return { toItem: { title: issue }, toIssue: {}, agreed: { itemTitle: issue, issueTitle: issue } };
}

function mergeState(
  item: ActionItemState,
  issue: ActionItemState,
  agreed: Agreed,
  pushed: ActionItemState | undefined,
) {
  if (item === issue || pushed === item) return { toItem: {}, toIssue: {}, agreed: item };
  const isItemNews = agreed ? item !== agreed.state : item !== "open";
  // Until the issue has it, the item's change stays news.
  if (isItemNews) return { toItem: {}, toIssue: { state: item }, agreed: agreed?.state ?? "open" };
  return { toItem: { state: issue }, toIssue: {}, agreed: issue };
}

/** Closed without a reason is closed as whatever is known. */
function stateOf({ isClosed, reason }: IssueSide, known: ActionItemState): ActionItemState {
  if (!isClosed) return "open";
  if (reason === "not_planned" || reason === "duplicate") return "cancelled";
  if (reason === null && known === "cancelled") return "cancelled";
  return "done";
}

const MARK = "readiness-action-item";

/** A comment that nobody sees, by which an issue says of which item it is. */
export const issueMark = (actionItemId: string): string => `<!-- ${MARK}: ${actionItemId} -->`;

/** The item that an issue's text names by such a comment; null for none. Pure. */
export function markedItem(body: string | null | undefined): string | null {
  return new RegExp(`<!-- ${MARK}: ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) -->`).exec(body ?? "")?.[1] ?? null;
}
