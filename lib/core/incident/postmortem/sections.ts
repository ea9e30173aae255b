import { invalid } from "../../errors";

/** One `- Name: …` of an `incident.md`, with the lines that stand under it. `line` counts from 1. */
type Section = { name: string; line: number; inline: string; under: string[] };

const HEADING = /^# Incident(?: (.*))?$/s;
const FIELD = /^- ([^:]+):(?: (.*))?$/s;
/** Deeper lines belong to the item before them. */
const ITEM = /^(?: {1,3}|\t)[-*](?: (.*))?$/s;

/** The heading and the fields of an `incident.md`; `invalid` naming the line that belongs to none. */
export function sectionsOf(markdown: string): { incident: string; sections: Section[] } {
  const lines = markdown
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  const heading = HEADING.exec(lines[first] ?? "");
  if (!heading) throw invalid(`line ${Math.max(first, 0) + 1}`, 'must be the heading "# Incident <ID>"');
  const sections: Section[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > first) addLine(sections, line, index + 1);
  }
  return { incident: (heading[1] ?? "").trim(), sections };
}

function addLine(sections: Section[], line: string, number: number): void {
  const field = FIELD.exec(line);
  const name = field?.[1]?.trim();
  if (name) {
    const twice = sections.some((section) => section.name.toLowerCase() === name.toLowerCase());
    if (twice) throw invalid(`line ${number}`, `"${name}" is there twice`);
    sections.push({ name, line: number, inline: field?.[2] ?? "", under: [] });
    return;
  }
  const belongs = line === "" || line.startsWith(" ") || line.startsWith("\t");
  const last = sections.at(-1);
  if (belongs && last) last.under.push(line);
  else if (line.trim() !== "")
    throw invalid(`line ${number}`, 'belongs to no field: begin it with "- Name:" or indent it');
}

/** A field as one text, the indentation of its further lines taken off. */
export function textOf({ inline, under }: Section): string {
  return [inline, ...under.map((line) => line.replace(/^(?: {1,2}|\t)/, ""))].join("\n").trim();
}

/** A field as a list. Text that stands beside its name, or under it without a dash, is an item too. */
export function itemsOf({ inline, under }: Section): string[] {
  const items: string[][] = inline.trim() === "" ? [] : [[inline]];
  for (const line of under) {
    const item = ITEM.exec(line);
    const last = items.at(-1);
    if (item) items.push([item[1] ?? ""]);
    else if (last) last.push(line.replace(/^(?: {1,4}|\t)/, ""));
    else if (line.trim() !== "") items.push([line.trimStart()]);
  }
  return items.map((lines) => lines.join("\n").trim()).filter((item) => item !== "");
}
