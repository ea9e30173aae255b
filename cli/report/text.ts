import type { CheckResult, VerdictWord } from "@/lib/core/gate/verdict";

/** What is told about a verdict besides the verdict itself. */
export type Context = {
  /** `service-api 2025.10.01 for production`, as far as it is known. */
  subject: string | null;
  decisionId: string | null;
  traceId: string | null;
  /** Approvals and waivers of the judged files are claims. */
  unverified: boolean;
};

export const UNVERIFIED =
  "Judged from files: their approvals and waivers are claims that nobody verified, and no decision was stored.";

export const VERDICT_WORDS: Record<VerdictWord, string> = {
  approve: "GO",
  waiver_required: "WAIVER NEEDED",
  reject: "NO-GO",
};

/** One line without control characters and text-direction marks, so that data cannot forge lines or colours. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
}

/** Four digits are enough to read. */
export const shortNumber = (value: number): string => String(Number(value.toPrecision(4)));

export function observedText({ observed, unit }: CheckResult): string {
  if (observed === null) return "nothing";
  return withUnit(observed, unit);
}

export function thresholdText({ threshold, unit }: CheckResult): string | null {
  return threshold === null ? null : withUnit(threshold, unit);
}

/** A unit goes with numbers; text speaks for itself. */
function withUnit(value: number | string, unit: string | null): string {
  return typeof value === "number" && unit ? `${value} ${plain(unit)}` : plain(String(value));
}
