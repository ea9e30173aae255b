import type { CheckResult, Verdict } from "@/lib/core/gate/verdict";
import { isBlocker } from "../gate/verdict-schema";
import { type Context, observedText, plain, thresholdText, UNVERIFIED, VERDICT_WORDS } from "./text";

/** Markdown for the summary page of a workflow run. */
export function githubSummary(verdict: Verdict, context: Context): string {
  const blockers = verdict.checks.filter(isBlocker);
  const passing = verdict.checks.filter(({ outcome }) => outcome === "pass").length;
  const waived = verdict.checks.filter((check) => check.waived && check.outcome !== "pass");
  const ids = [context.decisionId && `Decision ${context.decisionId}`, context.traceId && `trace ${context.traceId}`];
  const lines = [
    `## ${VERDICT_WORDS[verdict.verdict]}${context.subject ? `: ${markdown(context.subject)}` : ""}`,
    "",
    markdown(verdict.summary),
    "",
    ...blockerTable(blockers),
    ...fixList(verdict),
    ...waived.flatMap(({ id, waiverIds }) => [`Waived: ${id} by ${waiverIds.map(markdown).join(", ")}`, ""]),
    `${passing} of ${verdict.checks.length} checks pass. Judged at ${markdown(verdict.at)}.`,
    ...(context.unverified ? ["", `> ${UNVERIFIED}`] : []),
    ...(ids.some(Boolean) ? ["", markdown(ids.filter(Boolean).join(", "))] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** Workflow commands: an error for each blocker, a warning for each other check that does not pass. */
export function githubAnnotations(verdict: Verdict, context: Context): string {
  const unresolved = verdict.checks.filter(({ outcome, waived }) => outcome !== "pass" && !waived);
  const lines = unresolved.map((check) => {
    const level = isBlocker(check) ? "error" : "warning";
    const text = [`${check.title}: ${measured(check)}`, ...check.details, check.remedy].filter(Boolean).join(". ");
    return `::${level} title=${property(`${VERDICT_WORDS[verdict.verdict]} ${check.id}`)}::${data(text)}`;
  });
  if (verdict.verdict !== "approve" && unresolved.length === 0) {
    lines.push(`::error title=${VERDICT_WORDS[verdict.verdict]}::${data(verdict.summary)}`);
  }
  if (context.unverified) lines.push(`::warning title=Unverified::${data(UNVERIFIED)}`);
  return lines.map((line) => `${line}\n`).join("");
}

function blockerTable(blockers: CheckResult[]): string[] {
  if (blockers.length === 0) return [];
  return [
    "| Blocker | Observed | Threshold | To do | Owner |",
    "| --- | --- | --- | --- | --- |",
    ...blockers.map((check) => {
      const details = check.details.map((detail) => `<br>${markdown(detail)}`).join("");
      const cells = [observedText(check), thresholdText(check) ?? "", check.remedy, check.owner].map(markdown);
      return `| ${markdown(check.id)} (${check.outcome})${details} | ${cells.join(" | ")} |`;
    }),
    "",
  ];
}

function fixList({ fixes }: Verdict): string[] {
  if (fixes.length === 0) return [];
  const items = fixes.map(({ action, owner, people, clears }) => {
    const who = [owner, ...people].map(markdown).join(", ");
    return `- ${markdown(action)} (${who}); clears ${clears.map(markdown).join(", ")}`;
  });
  return ["Fixes:", "", ...items, ""];
}

const measured = (check: CheckResult): string => {
  const threshold = thresholdText(check);
  return `observed ${observedText(check)}${threshold === null ? "" : `, threshold ${threshold}`}`;
};

/** Text that Markdown and HTML take as nothing but text. */
function markdown(text: string): string {
  return plain(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_~[\]|#!>]/g, "\\$&");
}

const data = (text: string): string => plain(text).replaceAll("%", "%25");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
