import type { CheckResult, Fix, Verdict } from "@/lib/core/gate/verdict";
import { isBlocker } from "../gate/verdict-schema";
import { type Context, observedText, plain, thresholdText, UNVERIFIED, VERDICT_WORDS } from "./text";

/** A verdict for people: the word first, then what blocks, what would clear it, and a count of the rest. */
export function humanReport(verdict: Verdict, context: Context): string {
  const failing = verdict.checks.filter(({ outcome }) => outcome !== "pass");
  const waived = failing.filter((check) => check.waived);
  const advisory = failing.filter((check) => !check.waived && !check.blocking);
  const passing = verdict.checks.length - failing.length;
  const lines = [
    `${VERDICT_WORDS[verdict.verdict]}: ${plain(verdict.summary)}`,
    ...(context.subject ? [`Release: ${plain(context.subject)}`] : []),
    ...section("Blockers", verdict.checks.filter(isBlocker).flatMap(checkLines)),
    ...section("Fixes", verdict.fixes.map(fixLine)),
    ...section("Waived", waived.map(waivedLine)),
    ...section("Advisory, not blocking", advisory.flatMap(checkLines)),
    "",
    `Passing: ${passing} of ${verdict.checks.length} checks`,
    `Judged at ${plain(verdict.at)}${decisionText(context)}`,
    ...(context.unverified ? [UNVERIFIED] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

/** Each line starts with a dash: a workflow runner obeys lines that start with two colons. */
function checkLines(check: CheckResult): string[] {
  const threshold = thresholdText(check);
  return [
    `- ${check.id} (${check.outcome}): ${plain(check.title)}`,
    `    - observed ${observedText(check)}${threshold === null ? "" : `, threshold ${threshold}`}`,
    ...check.details.map((detail) => `    - ${plain(detail)}`),
    ...(check.remedy ? [`    - to do: ${plain(check.remedy)}`] : []),
    `    - owner: ${plain(check.owner)}`,
  ];
}

function waivedLine({ id, title, waiverIds }: CheckResult): string {
  return `- ${id}: ${plain(title)}, by ${waiverIds.map(plain).join(", ") || "a waiver"}`;
}

export function fixLine({ action, owner, people, clears }: Fix): string {
  const who = people.length > 0 ? `${plain(owner)}: ${people.map(plain).join(", ")}` : plain(owner);
  return `- ${plain(action)} (${who}) clears ${clears.join(", ")}`;
}

function decisionText({ decisionId, traceId }: Context): string {
  return `${decisionId ? `, decision ${plain(decisionId)}` : ""}${traceId ? `, trace ${plain(traceId)}` : ""}`;
}
