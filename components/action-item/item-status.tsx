import { Status, type Tone } from "@/components/ui/status";
import type { ActionItemState, OriginKind } from "@/lib/core/action-item/model";

const WORDS: Record<ActionItemState, { tone: Tone; label: string }> = {
  open: { tone: "info", label: "Open" },
  done: { tone: "go", label: "Done" },
  cancelled: { tone: "unknown", label: "Cancelled" },
};

export function ItemStatus({ item: { state, overdue } }: { item: { state: ActionItemState; overdue: boolean } }) {
  if (overdue) return <Status tone="no-go" label="Overdue" size="sm" />;
  return <Status {...WORDS[state]} size="sm" />;
}

export const ORIGIN_WORDS: Record<OriginKind, string> = {
  "break-glass": "Break-glass",
  bypass: "Deployment without approval",
  rehearsal: "Rehearsal",
  verification: "Verification after release",
  incident: "Incident",
  manual: "Opened by hand",
};
