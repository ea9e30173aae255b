import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, cleanLines } from "./clean-text";

const ESC = "\u001b";

it.each([
  ["colours", `${ESC}[31mred${ESC}[0m`, "red"],
  ["several lines", "one\r\ntwo", "one two"],
  ["a bell and a NUL", "a\u0007\u0000b", "a b"],
  ["text that would turn around", "a\u202eb", "a b"],
  ["half of a surrogate pair", "a\ud83d", "a\ufffd"],
])("one line keeps nothing of %s", (_what, text, expected) => {
  expect(cleanLine(text, 100)).toBe(expected);
});

it("several lines stay lines, indented as they were", () => {
  expect(cleanLines(`\n\n  a\r\n\t${ESC}[2mb${ESC}[22m\u0007\rc\u2028d\n\n`, 100)).toBe("  a\n\tb\nc\nd");
});

it("a longer text keeps its start, of lines also the end, and never half a character", () => {
  expect(cleanLine("x".repeat(20), 5)).toBe("xxxx…");
  expect(cleanLine("😀😀😀", 4)).toBe("😀\ufffd…");
  expect(cleanLines(`start ${"x".repeat(10_000)} end`, 30)).toMatch(/^start x+\n…\nx+ end$/);
});

describe("whatever a report holds", () => {
  const text = fc.string({ unit: "binary", maxLength: 300 });

  it("is no longer than asked for, well-formed and free of control characters", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 60 }), (hostile, most) => {
        const [line, lines] = [cleanLine(hostile, most), cleanLines(hostile, most)];
        for (const each of [line, lines]) {
          expect(each.length).toBeLessThanOrEqual(most);
          expect(each.isWellFormed()).toBe(true);
        }
        expect(line).not.toMatch(/\p{Cc}/u);
        expect(lines.replace(/[\n\t]/g, "")).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
