import { cn } from "@/components/ui/cn";
import { Status, type Tone } from "@/components/ui/status";
import type { ActionItemState, OriginKind, Priority } from "@/lib/core/action-item/model";

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

export const PRIORITY_WORDS: Record<Priority, string> = { high: "High", medium: "Medium", low: "Low" };

export function PriorityWord({ priority }: { priority: Priority }) {
  return (
    <span className={cn(priority === "high" && "font-medium", priority === "low" && "text-muted")}>
      {PRIORITY_WORDS[priority]}
    </span>
  );
}
