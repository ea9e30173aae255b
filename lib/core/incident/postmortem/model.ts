import { z } from "zod";
import { parseInstant } from "../../instant";
import { SEVERITIES } from "../model";

const LONGEST_TEXT = 20_000;
const LONGEST_LINE = 300;
const MOST_ITEMS = 200;
const MOST_ENTRIES = 2000;
const MOST_MINUTES = 10 * 366 * 24 * 60;

/** Texts are kept without blanks around them and with `\n` as the only end of a line: one text has one form. */
const text = z
  .string()
  .max(LONGEST_TEXT, `must be at most ${LONGEST_TEXT} characters`)
  .transform((value) => value.replace(/\r\n?/g, "\n").trim());
const line = z
  .string()
  .max(LONGEST_LINE, `must be at most ${LONGEST_LINE} characters`)
  .transform((value) => value.trim())
  .refine((value) => !/[\r\n]/.test(value), "must be one line");
const list = z
  .array(text)
  .max(MOST_ITEMS, `must be at most ${MOST_ITEMS} items`)
  .transform((items) => items.filter((item) => item !== ""));
/** An instant as RFC 3339 in UTC with milliseconds, so that one instant has one form. */
const instant = z
  .string()
  .refine((value) => parseInstant(value) !== null, "must be an RFC 3339 time with a zone")
  .transform((value) => parseInstant(value)?.toISOString() ?? "")
  .nullable();

const isDay = (value: string) => parseInstant(`${value}T00:00:00Z`) !== null;
const timelineLine = z.strictObject({
  /** From the incident's beginning; null where the line names no time. */
  offsetMinutes: z.int().min(-MOST_MINUTES).max(MOST_MINUTES).nullable(),
  text,
});
export type TimelineLine = z.output<typeof timelineLine>;

const followUp = z.strictObject({
  /** Names it within its postmortem for good: its action item hangs on it. */
  id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/, "must be letters, digits and hyphens, at most 40"),
  action: text,
  /** Empty: nobody yet. */
  owner: line,
  /** The last day on which it is in time, in UTC; null: none yet. */
  dueOn: z.string().refine(isDay, "must be a day such as 2026-11-30").nullable(),
  isDone: z.boolean(),
});
export type FollowUp = z.output<typeof followUp>;

/** What people write, by the names of the template of the playbook; each is saved by itself. */
export const CONTENT_FIELDS = {
  commander: line,
  impact: text,
  relatedArtifacts: list,
  timeline: z
    .array(timelineLine)
    .max(MOST_ENTRIES, `must be at most ${MOST_ENTRIES} lines`)
    .transform((lines) => lines.filter((each) => each.text !== "" || each.offsetMinutes !== null)),
  /** Every factor that contributed. */
  rootCause: list,
  mitigations: list,
  followUps: z
    .array(followUp)
    .max(MOST_ITEMS, `must be at most ${MOST_ITEMS} items`)
    .transform((items) => items.filter(({ action, owner, dueOn }) => action !== "" || owner !== "" || dueOn !== null))
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, "must not name one id twice"),
  wentWell: list,
  wentBadly: list,
  gotLucky: list,
} as const;
export const contentSchema = z.strictObject(CONTENT_FIELDS);
export type PostmortemContent = z.output<typeof contentSchema>;
export type ContentField = keyof PostmortemContent;
export const CONTENT_FIELD_NAMES = Object.keys(CONTENT_FIELDS) as ContentField[];

/** What the incident itself says. Instants are null where they are not known. */
const FACTS = {
  incident: line,
  title: line,
  /** Slug; empty where the document names none. */
  service: line,
  severity: z.enum(SEVERITIES).nullable(),
  declared: instant,
  started: instant,
  detected: instant,
  acknowledged: instant,
  mitigated: instant,
  resolved: instant,
} as const;
export const factsSchema = z.strictObject(FACTS);
export type PostmortemFacts = z.output<typeof factsSchema>;

/** A whole postmortem, as `incident.md` and as JSON. */
export const postmortemSchema = z.strictObject({ ...FACTS, ...CONTENT_FIELDS });
export type PostmortemDocument = z.output<typeof postmortemSchema>;

export const EMPTY_CONTENT: PostmortemContent = {
  commander: "",
  impact: "",
  relatedArtifacts: [],
  timeline: [],
  rootCause: [],
  mitigations: [],
  followUps: [],
  wentWell: [],
  wentBadly: [],
  gotLucky: [],
};

/** What people wrote of a whole document, in the order of its fields. */
export function contentOfDocument(document: PostmortemDocument): PostmortemContent {
  return contentSchema.parse(Object.fromEntries(CONTENT_FIELD_NAMES.map((field) => [field, document[field]])));
}
