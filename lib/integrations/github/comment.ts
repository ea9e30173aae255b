import type { Answer } from "@/lib/core/deployment/answer";

/** GitHub's own limit for a status report. */
const MAX_CHARACTERS = 1024;

/**
 * The answer in GitHub's Markdown, within its limit. What people wrote is shown as they wrote it: it neither formats
 * nor mentions anybody.
 */
export function commentOf({ state, summary, todo }: Answer, link: { text: string; url: string } | null): string {
  const words = { approved: "GO", rejected: "NO-GO", waiting: "Waiting", unanswerable: "Unknown" }[state];
  const head = `**Readiness: ${words}.** ${plain(summary, 500)}`;
  const foot = link ? `\n\n[${plain(link.text, 100)}](${link.url})` : "";
  const lines = todo.map((line) => `\n- ${plain(line, 300)}`);
  const room = MAX_CHARACTERS - head.length - foot.length - "\n- and 999 more".length;
  const shown: string[] = [];
  for (const line of lines) {
    if (shown.join("").length + line.length > room) break;
    shown.push(line);
  }
  const more = lines.length - shown.length;
  return `${head}${shown.join("")}${more > 0 ? `\n- and ${more} more` : ""}${foot}`;
}

/** At most `max` characters as GitHub counts them, which is with everything that escapes. */
function plain(text: string, max: number): string {
  let shown = "";
  for (const character of text.replace(/\s+/g, " ").trim()) {
    const escaped = character.replace(/[\\`*_[\]<>~|#!]/, "\\$&").replace("@", "@\u200b");
    if (shown.length + escaped.length >= max) return `${shown}…`;
    shown += escaped;
  }
  return shown;
}
