import { Status, type Tone } from "@/components/ui/status";
import type { ReviewSummary } from "@/lib/registry/review/view";

type Shown = Pick<ReviewSummary, "state" | "incompleteItems">;

const wordsOf = ({ state, incompleteItems }: Shown): { tone: Tone; label: string } => {
  if (state === "completed") return { tone: "go", label: "Completed" };
  return incompleteItems ? { tone: "waiver", label: "Open" } : { tone: "info", label: "Open" };
};

export function ReviewStatus({ review, pill }: { review: Shown; pill?: boolean }) {
  return <Status {...wordsOf(review)} pill={pill} size={pill ? "md" : "sm"} />;
}
