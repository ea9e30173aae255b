export const CHECKLIST_ITEMS = ["archived", "rehearsal", "notified", "runbooks"] as const;
export type ChecklistItemId = (typeof CHECKLIST_ITEMS)[number];
export const ITEM_STATES = ["done", "open", "not_needed"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** `path`: a page or document within Readiness. */
export type ChecklistEvidence = { label: string; path: string };
export type ChecklistItem = {
  id: ChecklistItemId;
  title: string;
  state: ItemState;
  /** One sentence: what made it so, or what is missing. */
  why: string;
  evidence: ChecklistEvidence | null;
};
