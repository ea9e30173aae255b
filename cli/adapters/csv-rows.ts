import { badInput } from "../exit";
import type { Io } from "../io";
import { readLines } from "./text-stream";

const MAX_CELLS = 1000;
const MAX_ROW_CHARACTERS = 16 * 1024;

/** A row by the names in the first row, with its line for messages. */
export type CsvRow = { cells: ReadonlyMap<string, string>; where: string };

/**
 * Reads a CSV file (RFC 4180: a quoted cell may hold commas, quotes and line ends) row by row, the first one naming the
 * columns. Bad input, naming file and line, for a row of another length and a quote without end.
 */
export async function* readCsvRows(io: Io, path: string): AsyncGenerator<CsvRow> {
  let names: string[] | null = null;
  let open = "";
  let line = 0;
  for await (const text of readLines(io, path)) {
    line += 1;
    const row = open === "" ? text : `${open}\n${text}`;
    if (row.length > MAX_ROW_CHARACTERS) throw badInput(`${path}: line ${line}: a row is too long`);
    const isOpen = hasOpenQuote(row);
    open = isOpen ? row : "";
    if (isOpen || row.trim() === "") continue;
    const cells = cellsOf(row, `${path}: line ${line}`);
    if (names === null) names = cells;
    else yield { cells: named(names, cells, `${path}: line ${line}`), where: `${path}: line ${line}` };
  }
  if (open !== "") throw badInput(`${path}: line ${line}: ends within a quoted cell`);
  if (names === null) throw badInput(`${path}: is empty`);
}

/** Every quote opens or closes, an escaped one does both. */
function hasOpenQuote(row: string): boolean {
  let quotes = 0;
  for (let at = row.indexOf('"'); at !== -1; at = row.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;

function cellsOf(row: string, where: string): string[] {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (;;) {
    const match = CELL.exec(row);
    if (!match) throw badInput(`${where}: is no CSV row`);
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (cells.length > MAX_CELLS) throw badInput(`${where}: has more than ${MAX_CELLS} cells`);
    if (match[3] === "") return cells;
  }
}

function named(names: readonly string[], cells: readonly string[], where: string): ReadonlyMap<string, string> {
  if (names.length !== cells.length) throw badInput(`${where}: has ${cells.length} cells instead of ${names.length}`);
  return new Map(names.map((name, index) => [name.trim(), (cells[index] ?? "").trim()]));
}

/** A cell as a number that is not negative; undefined where the tool writes that it does not know. */
export function quantityIn(row: CsvRow, name: string): number | undefined {
  const text = row.cells.get(name);
  if (text === undefined) throw badInput(`${row.where}: the column ${name} is missing`);
  if (/^(N\/A|NaN)?$/i.test(text)) return undefined;
  if (!/^\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) throw badInput(`${row.where}: ${name} is no number`);
  return Number(text);
}
