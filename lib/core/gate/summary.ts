import { blocks, isWaived, type Judged } from "./judged";
import type { VerdictWord } from "./verdict";

const NAMED = 3;

/** One sentence why the verdict is what it is; a second one where nobody verified the claims behind it. */
export function summarise(verdict: VerdictWord, judged: readonly Judged[], verified: boolean): string {
  const caution = verified ? "" : " Approvals and waivers are claims that nobody verified.";
  return `${sentence(verdict, judged)}${caution}`;
}

function sentence(verdict: VerdictWord, judged: readonly Judged[]): string {
  const stopping = judged.filter(blocks);
  if (verdict === "approve") {
    const blocking = judged.filter((check) => check.blocking);
    const waived = blocking.filter(isWaived).length;
    const passing = `All ${count(blocking.length, "blocking check")} pass`;
    return waived === 0 ? `${passing}.` : `${passing}, ${waived} of them by waiver.`;
  }
  if (verdict === "waiver_required") return `A waiver is needed, or a fix: ${titles(stopping)}.`;
  const firm = stopping.filter(({ waivable }) => !waivable);
  const open = stopping.length - firm.length;
  const rest = open > 0 ? `, besides ${count(open, "check")} that could be` : "";
  return `Blocked by what cannot be waived: ${titles(firm)}${rest}.`;
}

function titles(checks: readonly Judged[]): string {
  const named = checks.slice(0, NAMED).map(({ title, judgement }) => `${title} (${judgement.outcome})`);
  const more = checks.length - named.length;
  return more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
}

function count(number: number, noun: string): string {
  return number === 1 ? `${number} ${noun}` : `${number} ${noun}s`;
}
