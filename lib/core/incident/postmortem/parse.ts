import { invalid } from "../../errors";
import { parseWith } from "../../parse";
import { unescaped } from "./escape";
import { type FieldForm, PLACEHOLDERS, TEMPLATE_FIELDS } from "./fields";
import { readFollowUp, withIds } from "./follow-up-line";
import { EMPTY_CONTENT, type PostmortemDocument, postmortemSchema } from "./model";
import { readOffset } from "./offset";
import { itemsOf, sectionsOf, textOf } from "./sections";
import { namedTimes } from "./times";

const EMPTY_FACTS = {
  incident: "",
  title: "",
  service: "",
  severity: null,
  declared: null,
  started: null,
  detected: null,
  acknowledged: null,
  mitigated: null,
  resolved: null,
};
const FIELDS = new Map(TEMPLATE_FIELDS.map((each) => [each.name.toLowerCase(), each]));
const TIMES = namedTimes(EMPTY_FACTS).map(({ name }) => name);

/**
 * Reads an `incident.md`: what `renderPostmortem` wrote, or one that people wrote after the playbook's template, filled in
 * or not. Fields may be missing; their names are read in any case. Whatever would be lost is refused: `invalid`, naming
 * the line or the field. Pure.
 */
export function parsePostmortem(markdown: string): PostmortemDocument {
  const { incident, sections } = sectionsOf(markdown);
  const found: Record<string, unknown> = { ...EMPTY_FACTS, ...EMPTY_CONTENT, incident: written(incident) };
  const times = new Map<string, string>();
  for (const section of sections) {
    const known = FIELDS.get(section.name.toLowerCase());
    const time = TIMES.find((name) => name.toLowerCase() === section.name.toLowerCase());
    if (time) times.set(time, textOf(section));
    else if (known) found[known.field] = READERS[known.form](section);
    else throw invalid(`line ${section.line}`, `"${section.name}" is no field of the template`);
  }
  const document = parseWith(postmortemSchema, found, "incident.md");
  requireSameTimes(document, times);
  return document;
}

type Section = ReturnType<typeof sectionsOf>["sections"][number];

const READERS: Record<FieldForm, (section: Section) => unknown> = {
  line: (section) => written(textOf(section)),
  text: (section) => written(textOf(section)),
  instant: (section) => written(textOf(section)) || null,
  severity: (section) => written(textOf(section)).toLowerCase() || null,
  list: (section) => itemsOf(section).map(written),
  timeline: (section) => itemsOf(section).flatMap(timelineLine),
  "follow-ups": (section) => withIds(itemsOf(section).flatMap((item) => readFollowUp(item) ?? [])),
};

function written(text: string): string {
  return (PLACEHOLDERS as readonly string[]).includes(text) ? "" : unescaped(text);
}

function timelineLine(item: string) {
  if (item === "...") return [];
  const offset = readOffset(item);
  return offset ? { offsetMinutes: offset.minutes, text: offset.rest } : { offsetMinutes: null, text: unescaped(item) };
}

/** Times follow from the instants. Others than those would be lost, so nobody may believe that they are kept. */
function requireSameTimes(document: PostmortemDocument, times: ReadonlyMap<string, string>): void {
  for (const { name, text } of namedTimes(document)) {
    const told = times.get(name) ?? "";
    if (told === "" || told === text) continue;
    const follows = text === "" ? "cannot be known" : `is ${text}`;
    throw invalid(name, `${follows} by Started, Detected, Acknowledged and Resolved; correct these, or leave it empty`);
  }
}
