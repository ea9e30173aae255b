import { parseCsv, unguarded } from "../csv/parse";
import { parseInstant } from "../instant";
import { ACTION_ITEM_STATES, type ActionItemState, PRIORITIES, type Priority } from "./model";

/** A line of a file of action items. Null: its column is not there, or the cell is empty. */
export type ItemLine = {
  line: number;
  id: string | null;
  title: string;
  /** Null: leave it; an empty cell of a column that is there empties it. */
  detail: string | null;
  service: string | null;
  owner: string | null;
  ownerEmail: string | null;
  dueAt: Date;
  priority: Priority | null;
  state: ActionItemState | null;
  /** INC-7 */
  incident: string | null;
  closingNote: string | null;
};
export type ItemFile = { lines: ItemLine[]; problems: { line: number; message: string }[] };

/** In the order of the export, which has more of them; an import needs `title`, `due_at` and one of the owner's. */
export const IMPORT_COLUMNS = [
  ...["id", "title", "detail", "service", "owner", "owner_email", "due_at", "priority", "state", "incident"],
  "closing_note",
] as const;
export const MOST_LINES = 500;

/** Reads a file as the export writes it, and says of each line that cannot be read what is wrong with it. Pure. */
export function readItemFile(text: string): ItemFile {
  const parsed = parseCsv(text);
  if ("problem" in parsed) return { lines: [], problems: [{ line: parsed.line, message: parsed.problem }] };
  const [head, ...records] = parsed.records;
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = ["title", "due_at"].filter((name) => !names.includes(name));
  if (missing.length > 0) return refused(1, `the first line must name the column ${missing.join(" and ")}`);
  if (!names.includes("owner") && !names.includes("owner_email")) {
    return refused(1, "the first line must name the column owner or owner_email");
  }
  if (records.length === 0) return refused(1, "no line follows the names of the columns");
  if (records.length > MOST_LINES) return refused(MOST_LINES + 2, `at most ${MOST_LINES} items at once`);
  const file: ItemFile = { lines: [], problems: [] };
  for (const { line, cells } of records) {
    const cell = (name: string): string | null => {
      const value = cells[names.indexOf(name)];
      return value === undefined ? null : unguarded(value).trim();
    };
    const read = cells.length > names.length ? "it has more cells than the first line" : readLine(line, cell);
    if (typeof read === "string") file.problems.push({ line, message: read });
    else if (isTwice(file, read)) file.problems.push({ line, message: "its id is on an earlier line too" });
    else file.lines.push(read);
  }
  return file;
}

const isTwice = ({ lines }: ItemFile, { id }: ItemLine): boolean =>
  id !== null && lines.some((each) => each.id?.toLowerCase() === id.toLowerCase());

const refused = (line: number, message: string): ItemFile => ({ lines: [], problems: [{ line, message }] });

/** The line, or what is wrong with it. */
function readLine(line: number, cell: (name: string) => string | null): ItemLine | string {
  const known = (name: string) => cell(name) || null;
  const title = cell("title");
  const dueAt = dueOf(cell("due_at") ?? "");
  const priority = oneOf(PRIORITIES, known("priority"));
  const state = oneOf(ACTION_ITEM_STATES, known("state"));
  if (!title) return "title is empty";
  if (title.length > 300) return "title is longer than 300 characters";
  if (!dueAt) return "due_at is neither a day such as 2026-10-31 nor a time with a zone";
  if (priority === undefined) return `priority is none of ${PRIORITIES.join(", ")}`;
  if (state === undefined) return `state is none of ${ACTION_ITEM_STATES.join(", ")}`;
  if (!known("owner") && !known("owner_email")) return "owner is empty";
  return {
    line,
    id: known("id"),
    title,
    detail: cell("detail"),
    service: known("service"),
    owner: known("owner"),
    ownerEmail: known("owner_email"),
    dueAt,
    priority,
    state,
    incident: known("incident"),
    closingNote: known("closing_note"),
  };
}

/** A day lasts until its end, in UTC. */
function dueOf(text: string): Date | null {
  return parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text);
}

/** Undefined for a text that is none of them. */
function oneOf<T extends string>(values: readonly T[], text: string | null): T | null | undefined {
  return text === null ? null : values.find((each) => each === text.toLowerCase());
}
