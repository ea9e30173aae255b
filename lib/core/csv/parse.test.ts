import fc from "fast-check";
import { expect, it } from "vitest";
import { parseCsv, unguarded } from "./parse";

const cells = (text: string) => {
  const parsed = parseCsv(text);
  return "records" in parsed ? parsed.records.map((record) => record.cells) : parsed;
};

it.each([
  ["nothing", "", []],
  ["one cell without a line end", "a", [["a"]]],
  [
    "empty cells",
    "a,,\r\n,b,\r\n",
    [
      ["a", "", ""],
      ["", "b", ""],
    ],
  ],
  [
    "a byte order mark and LF",
    "\ufeffa,b\nc,d\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["quotes, commas and line ends in quotes", '"a ""b""","c,\r\nd"\r\n', [['a "b"', "c,\r\nd"]]],
  ["lines that are empty", "a\r\n\r\n\r\nb\r\n", [["a"], ["b"]]],
  ["an empty quoted cell at the end", 'a,""', [["a", ""]]],
])("%s", (_, text, expected) => {
  expect(cells(text)).toEqual(expected);
});

it("says at which line a quote does not end, or ends too early", () => {
  expect(cells('a,b\r\nc,"d\r\ne')).toEqual({ problem: "a quoted cell does not end", line: 2 });
  expect(cells('a\r\n"b" c\r\n')).toEqual({ problem: "a quoted cell does not end", line: 2 });
  expect(cells('a"b\r\n')).toMatchObject({ line: 1 });
});

it("counts lines within cells, so that a record is found again in the file", () => {
  const parsed = parseCsv('"a\r\nb",c\r\nd,e\r\n');
  expect("records" in parsed && parsed.records.map(({ line }) => line)).toEqual([1, 3]);
});

it("reads back whatever was written after RFC 4180", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", "'", "=", " ") });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows.map((row) => `${row.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")}\r\n`).join("");
      expect(cells(text)).toEqual(rows);
    }),
  );
});

it("takes the guard off what a spreadsheet would have run, and off nothing else", () => {
  expect(["'=1+1", "'-2", "'quoted'", "it's", "=1"].map(unguarded)).toEqual(["=1+1", "-2", "'quoted'", "it's", "=1"]);
});
