import { Status, type Tone } from "@/components/ui/status";

const suiteStates: Record<"passed" | "failed" | "skipped" | "not_run", { tone: Tone; label: string }> = {
  passed: { tone: "go", label: "Passed" },
  failed: { tone: "no-go", label: "Failed" },
  skipped: { tone: "unknown", label: "Skipped" },
  not_run: { tone: "unknown", label: "Not run" },
};

export function RunResult({ passed, pill }: { passed: boolean; pill?: boolean }) {
  return <Status {...suiteStates[passed ? "passed" : "failed"]} pill={pill} />;
}

export function SuiteResult({ status }: { status: keyof typeof suiteStates }) {
  return <Status {...suiteStates[status]} />;
}
