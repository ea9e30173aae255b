import { Status, type Tone } from "@/components/ui/status";
import type { TestOutcome } from "@/lib/core/test-results/wire";

const outcomes: Record<TestOutcome, { tone: Tone; label: string }> = {
  passed: { tone: "go", label: "Passed" },
  failed: { tone: "no-go", label: "Failed" },
  flaky: { tone: "waiver", label: "Flaky" },
  skipped: { tone: "unknown", label: "Skipped" },
};

export function OutcomeStatus({ outcome }: { outcome: TestOutcome }) {
  return <Status {...outcomes[outcome]} />;
}
