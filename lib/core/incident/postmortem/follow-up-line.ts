import { escaped, meansSomething, unescaped } from "./escape";
import type { FollowUp } from "./model";

const NO_OWNER = "owner";
const NO_DAY = "due date";
const ID = /(?:^| )<!-- ([A-Za-z0-9-]{1,40}) -->$/;
const TAIL = /^(.*), ([^,]*), (\d{4}-\d{2}-\d{2}|due date)$/s;
const BOX = /^\[([ xX])\](?: |$)/;

/**
 * `[ ] Action, owner, due date <!-- id -->`, as the template has it. Its own words stand for what is not known yet;
 * further lines of the action follow on lines of their own.
 */
export function followUpText({ id, action, owner, dueOn, isDone }: FollowUp): string {
  const [head = "", ...rest] = escaped(action, meansSomething.action).split("\n");
  const line = `[${isDone ? "x" : " "}] ${head}, ${ownerText(owner)}, ${dueOn ?? NO_DAY} <!-- ${id} -->`;
  return [line, ...rest].join("\n");
}

/** The same back; without an id where the text has none. Null for the line of an empty template. */
export function readFollowUp(text: string): (Omit<FollowUp, "id"> & { id: string | null }) | null {
  const [first = "", ...rest] = text.split("\n");
  const box = BOX.exec(first);
  const unboxed = box ? first.slice(box[0].length) : first;
  const id = ID.exec(unboxed);
  const line = id ? unboxed.slice(0, id.index) : unboxed;
  const isDone = box !== null && box[1] !== " ";
  if (line === `Action, ${NO_OWNER}, ${NO_DAY}` && rest.length === 0) return null;
  const tail = TAIL.exec(line);
  const head = tail ? (tail[1] ?? "") : line;
  const day = tail?.[3];
  return {
    id: id?.[1] ?? null,
    action: unescaped([head, ...rest].join("\n")),
    owner: tail ? readOwner(tail[2] ?? "") : "",
    dueOn: day && day !== NO_DAY ? day : null,
    isDone,
  };
}

/** A comma ends the owner, so one within it is written as Markdown shows it; so is the template's own word. */
const REFERENCES: Record<string, string> = { "&": "&amp;", ",": "&#44;", o: "&#111;" };

function ownerText(owner: string): string {
  if (owner === "") return NO_OWNER;
  const text = owner.replace(/[&,]/g, (mark) => REFERENCES[mark] ?? mark);
  return text === NO_OWNER ? text.replace("o", "&#111;") : text;
}

function readOwner(text: string): string {
  if (text === NO_OWNER) return "";
  const mark = (reference: string) => Object.keys(REFERENCES).find((each) => REFERENCES[each] === reference);
  return text.replace(/&(?:amp|#44|#111);/g, (reference) => mark(reference) ?? reference).trim();
}

/** Ids for those that came without one: `f1`, `f2` …, none of them taken. */
export function withIds(items: readonly (Omit<FollowUp, "id"> & { id: string | null })[]): FollowUp[] {
  const taken = new Set(items.flatMap(({ id }) => id ?? []));
  let last = 0;
  const next = (): string => {
    do last += 1;
    while (taken.has(`f${last}`));
    return `f${last}`;
  };
  return items.map((item) => ({ ...item, id: item.id ?? next() }));
}
