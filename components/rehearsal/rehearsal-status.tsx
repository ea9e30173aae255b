import { Status, type Tone } from "@/components/ui/status";
import type { RehearsalStep } from "@/lib/core/rehearsal/schema";

const outcomes: Record<"passed" | "failed" | "aborted", { tone: Tone; label: string }> = {
  passed: { tone: "go", label: "Passed" },
  failed: { tone: "no-go", label: "Failed" },
  aborted: { tone: "unknown", label: "Aborted" },
};

export function OutcomeStatus({ outcome, pill }: { outcome: keyof typeof outcomes; pill?: boolean }) {
  return <Status {...outcomes[outcome]} pill={pill} />;
}

const stepOutcomes: Record<RehearsalStep["outcome"], { tone: Tone; label: string }> = {
  passed: { tone: "go", label: "Passed" },
  failed: { tone: "no-go", label: "Failed" },
  not_run: { tone: "unknown", label: "Not run" },
};

export function StepStatus({ outcome }: Pick<RehearsalStep, "outcome">) {
  return <Status {...stepOutcomes[outcome]} />;
}
