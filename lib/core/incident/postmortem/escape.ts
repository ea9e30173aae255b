import { PLACEHOLDERS } from "./fields";

const OFFSET_HEAD = /^-?\d{2,}:[0-5]\d(?: |$)/;

/** What a text must not begin with where it would be read as something else. */
export const meansSomething = {
  value: (text: string): boolean => (PLACEHOLDERS as readonly string[]).includes(text),
  timelineText: (text: string): boolean => text === "..." || OFFSET_HEAD.test(text),
  action: (text: string): boolean => text.split("\n", 1)[0] === "Action",
} as const;

/** Marks a text that would be read as something else, such as the template's `<summary>`, with a backslash before it. */
export function escaped(text: string, means: (text: string) => boolean = meansSomething.value): string {
  return text.startsWith("\\") || means(text) ? `\\${text}` : text;
}

/** The text as it was before `escaped`. */
export const unescaped = (text: string): string => (text.startsWith("\\") ? text.slice(1) : text);
