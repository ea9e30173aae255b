import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { processIo } from "../io";
import { Workspace } from "../testing/run";
import { quantityIn, readCsvRows } from "./csv-rows";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

async function rows(content: string | Uint8Array) {
  await workspace.write({ "r.csv": content });
  const read: Record<string, string>[] = [];
  for await (const { cells } of readCsvRows({ ...processIo(), cwd: workspace.folder }, "r.csv")) {
    read.push(Object.fromEntries(cells));
  }
  return read;
}

describe("CSV files", () => {
  it.each<[string, string | Uint8Array, Record<string, string>[]]>([
    [
      "plain cells",
      "a,b\n1,2\n3,\n",
      [
        { a: "1", b: "2" },
        { a: "3", b: "" },
      ],
    ],
    ["line ends of Windows, and none at the end", "a,b\r\n1,2", [{ a: "1", b: "2" }]],
    ["quotes, commas and line ends within a cell", 'a,b\n"x, ""y""\nz",2\n', [{ a: 'x, "y"\nz', b: "2" }]],
    ["blank lines", "a\n\n1\n\n", [{ a: "1" }]],
    ["UTF-16, as PowerShell writes it", Buffer.from("\ufeffa\r\né\r\n", "utf16le"), [{ a: "é" }]],
    ["no row", "a,b\n", []],
  ])("%s", async (_what, content, expected) => {
    expect(await rows(content)).toEqual(expected);
  });

  it.each([
    ["nothing", "", /^r\.csv: is empty/],
    ["a row that was cut", "a,b\n1", /^r\.csv: line 2: has 1 cells instead of 2/],
    ["a quote without end", 'a,b\n"1,2\n', /^r\.csv: line 2: ends within a quoted cell/],
    ["text after a quote", 'a,b\n"1"x,2\n', /^r\.csv: line 2: is no CSV row/],
    ["a row without end", `a\n"${"x\n".repeat(20_000)}`, /a row is too long/],
    ["a line without end", `a\n${"x".repeat(20_000)}`, /a row is too long/],
    ["too many cells", `a\n${",".repeat(2000)}`, /more than 1000 cells/],
    ["bytes that are not UTF-8", Buffer.from("a\n\xe9", "latin1"), /not UTF-8/],
  ])("refuses %s, naming the file", async (_what, content, reason) => {
    await expect(rows(content)).rejects.toThrow(reason);
  });

  it.each([
    ["12.5", 12.5],
    ["1e3", 1000],
    ["N/A", undefined],
    ["NaN", undefined],
    ["", undefined],
  ])("reads the quantity %o", (text, expected) => {
    expect(quantityIn({ cells: new Map([["a", text]]), where: "r.csv: line 2" }, "a")).toBe(expected);
  });

  it.each(["-1", "many", "1,5", "Infinity"])("refuses the quantity %o", (text) => {
    const row = { cells: new Map([["a", text]]), where: "r.csv: line 2" };
    expect(() => quantityIn(row, "a")).toThrow("r.csv: line 2: a is no number");
  });
});
