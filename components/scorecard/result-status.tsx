import { Status, type Tone } from "@/components/ui/status";
import type { Suite } from "@/lib/core/scorecard/model";

const suiteStates: Record<Suite["status"], { tone: Tone; label: string }> = {
  passed: { tone: "go", label: "Passed" },
  failed: { tone: "no-go", label: "Failed" },
  skipped: { tone: "unknown", label: "Not run" },
};

/** A suite's result within a sentence or a cell. */
export const suiteWord = (status: Suite["status"]): string => suiteStates[status].label.toLowerCase();

export function RunResult({ passed, pill }: { passed: boolean; pill?: boolean }) {
  return <Status {...suiteStates[passed ? "passed" : "failed"]} pill={pill} />;
}

export function SuiteResult({ status }: { status: Suite["status"] }) {
  return <Status {...suiteStates[status]} />;
}
