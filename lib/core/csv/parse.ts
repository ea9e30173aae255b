/** One record of a file. `line`: where it begins, from 1. */
export type CsvRecord = { line: number; cells: string[] };
export type ParsedCsv = { records: CsvRecord[] } | { problem: string; line: number };

/**
 * Reads RFC 4180: cells between commas, quoted where they hold commas, quotes or line ends; CRLF or LF. A byte order mark
 * and empty lines are left out. `problem`, in words, for a quote that is not closed or has something after it. Pure.
 */
export function parseCsv(text: string): ParsedCsv {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const records: CsvRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const record: CsvRecord = { line, cells: [] };
    let end: string;
    do {
      const cell = readCell(source, at);
      if ("problem" in cell) return { problem: cell.problem, line };
      record.cells.push(cell.text);
      line += cell.lines;
      at = cell.next;
      end = cell.end;
    } while (end === ",");
    line += 1;
    if (record.cells.length > 1 || record.cells[0] !== "") records.push(record);
  }
  return { records };
}

/** `end`: what ended it. `lines`: line ends within it. */
type Cell = { text: string; next: number; end: string; lines: number } | { problem: string };

const PLAIN = /([^,\r\n"]*)(,|\r\n|\n|$)/y;
const QUOTED = /"((?:[^"]|"")*)"(,|\r\n|\n|$)/y;

function readCell(source: string, at: number): Cell {
  const isQuoted = source[at] === '"';
  const pattern = isQuoted ? QUOTED : PLAIN;
  pattern.lastIndex = at;
  const match = pattern.exec(source);
  if (!match) return { problem: isQuoted ? "a quoted cell does not end" : "a quote or line end is within a cell" };
  const [whole, inner = "", end = ""] = match;
  const text = isQuoted ? inner.replaceAll('""', '"') : inner;
  return { text, next: at + whole.length, end, lines: inner.split("\n").length - 1 };
}

/** What a cell held before it was kept from a spreadsheet that would have run it: an apostrophe before a formula. Pure. */
export const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
