import { SEVERITY_WORDS } from "../model";
import { escaped, meansSomething } from "./escape";
import { TEMPLATE_FIELDS } from "./fields";
import { followUpText } from "./follow-up-line";
import type { PostmortemDocument, TimelineLine } from "./model";
import { offsetText } from "./offset";
import { namedTimes } from "./times";

/**
 * The document as `incident.md`: the playbook's template field by field, in its order and by its names, then the fields
 * that it leaves out. The same document gives the same bytes, and `parsePostmortem` gives the document back. Ends in `\n`.
 */
export function renderPostmortem(document: PostmortemDocument): string {
  const fields = TEMPLATE_FIELDS.map(({ name, field }) => {
    const value = document[field];
    return Array.isArray(value) ? listLines(name, value.map(itemText)) : valueLines(name, valueText(field, value));
  });
  const times = namedTimes(document).map(({ name, text }) => valueLines(name, text));
  return `${[heading(document.incident), ...fields.flat(), ...times.flat()].join("\n")}\n`;
}

const heading = (incident: string): string => (incident === "" ? "# Incident" : `# Incident ${escaped(incident)}`);

function valueText(field: string, value: string | null): string {
  if (value === null) return "";
  return field === "severity" ? SEVERITY_WORDS[value as keyof typeof SEVERITY_WORDS] : escaped(value);
}

function itemText(item: PostmortemDocument["timeline" | "followUps" | "rootCause"][number]): string {
  if (typeof item === "string") return escaped(item);
  return "offsetMinutes" in item ? timelineText(item) : followUpText(item);
}

function timelineText({ offsetMinutes, text }: TimelineLine): string {
  if (offsetMinutes === null) return escaped(text, meansSomething.timelineText);
  return text === "" ? offsetText(offsetMinutes) : `${offsetText(offsetMinutes)} ${text}`;
}

/** Further lines stand under the first one by their indentation; an empty one stays empty. */
function valueLines(name: string, text: string): string[] {
  const [first = "", ...rest] = text.split("\n");
  return [first === "" ? `- ${name}:` : `- ${name}: ${first}`, ...rest.map((line) => indented(line, "  "))];
}

function listLines(name: string, items: readonly string[]): string[] {
  const lines = items.flatMap((item) => {
    const [first = "", ...rest] = item.split("\n");
    return [`  - ${first}`, ...rest.map((line) => indented(line, "    "))];
  });
  return [`- ${name}:`, ...lines];
}

const indented = (line: string, by: string): string => (line === "" ? "" : `${by}${line}`);
