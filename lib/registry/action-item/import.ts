import { z } from "zod";
import { type ItemLine, readItemFile } from "@/lib/core/action-item/csv";
import { DomainError, type ErrorCode } from "@/lib/core/errors";
import { requireReach } from "../actor-columns";
import { type CommandScope, command } from "../command";
import { applyChange } from "./apply-change";
import { endItem } from "./end";
import { closingFields } from "./fields";
import { type ActionItemRow, lockItems, subjectsOf } from "./find";
import { type ImportContext, importContext } from "./import-context";
import { insertItem } from "./insert";

const MAX_CHARACTERS = 500_000;
const MOST_TOLD = 20;

/** `opened`, `changed`, `same`: how many items. */
export type Imported = { opened: number; changed: number; same: number };
type Entry = { actionItem: string; title: string; before?: Record<string, unknown>; after?: Record<string, unknown> };

/**
 * Opens and changes items as a file says: a line with an id changes that item, one without opens a new one, unless an
 * open item of the same title, owner and due time is there already. All of it, or nothing where one line cannot be done;
 * the refusal names each such line.
 */
export const importActionItems = command({
  name: "action-item.import",
  permission: "action-item:manage",
  input: z.strictObject({ csv: z.string().max(MAX_CHARACTERS, "the file is larger than 500,000 characters") }),
  async run(scope, { csv }) {
    const { lines, problems } = readItemFile(csv);
    if (problems.length > 0) throw refusal(problems.map((each) => ({ ...each, code: "invalid" })));
    const context = await importContext(scope);
    const ids = lines.flatMap(({ id }) => (id && z.uuid().safeParse(id).success ? [id.toLowerCase()] : []));
    const rows = new Map((await lockItems(scope.tx, scope.actor, ids)).map((row) => [row.id, row]));
    const opened: Entry[] = [];
    const changed: Entry[] = [];
    const subjects = new Set<string>();
    const refused: Refused[] = [];
    for (const line of inTimelineOrder(lines, rows)) {
      try {
        const row = line.id === null ? null : (rows.get(line.id.toLowerCase()) ?? null);
        if (line.id !== null && !row) throw new DomainError("not_found", "there is no action item of this id");
        const done = row ? await changeOne(scope, context, row, line) : await openOne(scope, context, line);
        if (!done) continue;
        (row ? changed : opened).push(done.entry);
        for (const subject of subjectsOf(done.row)) subjects.add(subject);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push({ line: line.line, message: error.message, code: error.code });
      }
    }
    if (refused.length > 0) throw refusal(refused.sort((one, other) => one.line - other.line));
    const same = lines.length - opened.length - changed.length;
    const value: Imported = { opened: opened.length, changed: changed.length, same };
    if (subjects.size === 0) return { value, record: "unchanged" };
    const data = { opened, changed, same };
    return { value, record: { kind: "action-item", subjects: [...subjects], data } };
  },
});

/** Timelines are locked one after another; always in the same order. */
function inTimelineOrder(lines: readonly ItemLine[], rows: ReadonlyMap<string, ActionItemRow>): ItemLine[] {
  const keyOf = ({ id, incident }: ItemLine) => (id && rows.get(id.toLowerCase())?.originId) || incident || "";
  return [...lines].sort((one, other) => keyOf(one).localeCompare(keyOf(other)) || one.line - other.line);
}

type Refused = { line: number; message: string; code: ErrorCode };

/** Of the code that all lines were refused with, where it is one. */
function refusal(problems: readonly Refused[]): DomainError {
  const told = problems.slice(0, MOST_TOLD).map(({ line, message }) => `Line ${line}: ${message}`);
  const more = problems.length - told.length;
  const issues = told.map((message) => ({ path: "csv", message }));
  const message = `Nothing was imported. ${told.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
  const [code = "invalid", ...others] = new Set(problems.map((each) => each.code));
  return new DomainError(others.length > 0 ? "invalid" : code, message, issues);
}

type Done = { entry: Entry; row: ActionItemRow } | null;

async function openOne(scope: CommandScope, context: ImportContext, line: ItemLine): Promise<Done> {
  if (line.state !== null && line.state !== "open") throw new DomainError("invalid", "only open items can be new");
  const owner = context.ownerOf(line);
  if (context.isThere(line, owner)) return null;
  const followed = line.incident ? await context.incidentOf(line.incident) : null;
  const service = line.service ? context.serviceOf(line.service) : null;
  const row = await insertItem(scope, {
    title: line.title,
    detail: line.detail ?? "",
    incidentId: followed?.id ?? null,
    serviceId: service ?? followed?.serviceId ?? null,
    owner,
    dueAt: line.dueAt,
    priority: line.priority ?? "medium",
    links: [],
    trackerUrl: null,
  });
  context.noteOpened(row);
  return { entry: { actionItem: row.id, title: row.title }, row };
}

async function changeOne(
  scope: CommandScope,
  context: ImportContext,
  row: ActionItemRow,
  line: ItemLine,
): Promise<Done> {
  requireReach(scope.actor, { serviceId: row.serviceId ?? undefined });
  const state = line.state ?? row.state;
  if (row.state !== "open") {
    // What is over stays as it is; opening it again is done at the item, with a reason.
    if (state === row.state) return null;
    throw new DomainError("conflict", `it is ${row.state} already`);
  }
  const { title, detail, dueAt, priority } = line;
  const serviceId = line.service ? context.serviceOf(line.service) : undefined;
  const owner = line.owner === row.ownerName && !line.ownerEmail ? undefined : context.ownerOf(line);
  const change = { title, detail: detail ?? undefined, dueAt, priority: priority ?? undefined, serviceId, owner };
  const changed = await applyChange(scope, row, change);
  const named = { ...row, title };
  const entry = { actionItem: row.id, title, ...changed };
  if (state === "open") return changed ? { entry, row: named } : null;
  const note = closingFields.note.safeParse(line.closingNote ?? "");
  if (!note.success) throw new DomainError("invalid", "closing_note must say in 10 characters or more what was done");
  await endItem(scope, named, { state, note: note.data });
  return { entry: { ...entry, after: { ...changed?.after, state, note: note.data } }, row: named };
}
