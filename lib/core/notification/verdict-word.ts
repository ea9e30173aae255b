import type { StandingVerdict } from "@/lib/core/gate/standing";
import type { VerdictWord } from "./notice";

const WORDS: Record<StandingVerdict, VerdictWord> = {
  approve: "GO",
  reject: "NO-GO",
  waiver_required: "WAIVER NEEDED",
  unknown: "UNKNOWN",
};

/** A verdict of the gate as messages say it. */
export const verdictWord = (verdict: StandingVerdict): VerdictWord => WORDS[verdict];
