import { describe, expect, it } from "vitest";
import { csvLine } from "./write";

describe("a line of an exported file", () => {
  it.each(["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", "\r=1"])("never lets a spreadsheet run a cell: %j", (cell) => {
    expect(csvLine([cell])).toBe(`"'${cell}"\r\n`);
  });

  it("keeps commas, quotes and line breaks inside their cell", () => {
    expect(csvLine(["a,b", 'say "no"', "two\nlines", null, 3])).toBe('"a,b","say ""no""","two\nlines",,3\r\n');
  });

  it("leaves ordinary text and numbers as they are", () => {
    expect(csvLine(["2025.10.01", "service-api", -4])).toBe("2025.10.01,service-api,-4\r\n");
  });
});
