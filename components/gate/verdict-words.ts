import type { Tone } from "@/components/ui/status";
import type { StandingVerdict } from "@/lib/core/gate/standing";
import type { CheckResult } from "@/lib/core/gate/verdict";

type Word = { tone: Tone; word: string };

export const VERDICT_WORDS: Record<StandingVerdict, Word> = {
  approve: { tone: "go", word: "GO" },
  reject: { tone: "no-go", word: "NO-GO" },
  waiver_required: { tone: "waiver", word: "WAIVER NEEDED" },
  unknown: { tone: "unknown", word: "UNKNOWN" },
};

const OUTCOME_WORDS: Record<CheckResult["outcome"], Word> = {
  pass: { tone: "go", word: "Pass" },
  fail: { tone: "no-go", word: "Fail" },
  missing: { tone: "unknown", word: "Missing" },
  error: { tone: "unknown", word: "Error" },
};

/** A waived check did not pass: it says so with its own word. */
export function outcomeWord({ outcome, waived }: Pick<CheckResult, "outcome" | "waived">): Word {
  return waived ? { tone: "waiver", word: "Waived" } : OUTCOME_WORDS[outcome];
}
