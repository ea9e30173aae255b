import type { CheckResult, Verdict } from "@/lib/core/gate/verdict";
import { isBlocker } from "../gate/verdict-schema";
import { commandMessage, commandProperty, markdownText } from "./github-text";
import { type Context, observedText, thresholdText, UNVERIFIED, VERDICT_WORDS } from "./text";

/** Markdown for the summary page of a workflow run. */
export function githubSummary(verdict: Verdict, context: Context): string {
  const blockers = verdict.checks.filter(isBlocker);
  const passing = verdict.checks.filter(({ outcome }) => outcome === "pass").length;
  const waived = verdict.checks.filter((check) => check.waived && check.outcome !== "pass");
  const ids = [context.decisionId && `Decision ${context.decisionId}`, context.traceId && `trace ${context.traceId}`];
  const lines = [
    `## ${VERDICT_WORDS[verdict.verdict]}${context.subject ? `: ${markdownText(context.subject)}` : ""}`,
    "",
    markdownText(verdict.summary),
    "",
    ...blockerTable(blockers),
    ...fixList(verdict),
    ...waived.flatMap(({ id, waiverIds }) => [`Waived: ${id} by ${waiverIds.map(markdownText).join(", ")}`, ""]),
    `${passing} of ${verdict.checks.length} checks pass. Judged at ${markdownText(verdict.at)}.`,
    ...(context.unverified ? ["", `> ${UNVERIFIED}`] : []),
    ...(ids.some(Boolean) ? ["", markdownText(ids.filter(Boolean).join(", "))] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** Workflow commands: an error for each blocker, a warning for each other check that does not pass. */
export function githubAnnotations(verdict: Verdict, context: Context): string {
  const unresolved = verdict.checks.filter(({ outcome, waived }) => outcome !== "pass" && !waived);
  const lines = unresolved.map((check) => {
    const level = isBlocker(check) ? "error" : "warning";
    const text = [`${check.title}: ${measured(check)}`, ...check.details, check.remedy].filter(Boolean).join(". ");
    return `::${level} title=${commandProperty(`${VERDICT_WORDS[verdict.verdict]} ${check.id}`)}::${commandMessage(text)}`;
  });
  if (verdict.verdict !== "approve" && unresolved.length === 0) {
    lines.push(`::error title=${VERDICT_WORDS[verdict.verdict]}::${commandMessage(verdict.summary)}`);
  }
  if (context.unverified) lines.push(`::warning title=Unverified::${commandMessage(UNVERIFIED)}`);
  return lines.map((line) => `${line}\n`).join("");
}

function blockerTable(blockers: CheckResult[]): string[] {
  if (blockers.length === 0) return [];
  return [
    "| Blocker | Observed | Threshold | To do | Owner |",
    "| --- | --- | --- | --- | --- |",
    ...blockers.map((check) => {
      const details = check.details.map((detail) => `<br>${markdownText(detail)}`).join("");
      const cells = [observedText(check), thresholdText(check) ?? "", check.remedy, check.owner].map(markdownText);
      return `| ${markdownText(check.id)} (${check.outcome})${details} | ${cells.join(" | ")} |`;
    }),
    "",
  ];
}

function fixList({ fixes }: Verdict): string[] {
  if (fixes.length === 0) return [];
  const items = fixes.map(({ action, owner, people, clears }) => {
    const who = [owner, ...people].map(markdownText).join(", ");
    return `- ${markdownText(action)} (${who}); clears ${clears.map(markdownText).join(", ")}`;
  });
  return ["Fixes:", "", ...items, ""];
}

const measured = (check: CheckResult): string => {
  const threshold = thresholdText(check);
  return `observed ${observedText(check)}${threshold === null ? "" : `, threshold ${threshold}`}`;
};
