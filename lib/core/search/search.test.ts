import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf } from "./excerpt";
import { SEARCH_KINDS, searchHref } from "./kinds";
import { markParts } from "./marks";
import { wordsOf } from "./words";

const marked = (text: string, query: string) =>
  markParts(text, wordsOf(query))
    .filter(({ isMatch }) => isMatch)
    .map((part) => part.text);

describe("the words of a search", () => {
  it("are without case, accents and the punctuation around them, and at most eight", () => {
    expect(wordsOf("  (Ärger) “INC-7”, 2025.10.01. ")).toEqual(["arger", "inc-7", "2025.10.01"]);
    expect(wordsOf("!!! … ' \\ ")).toEqual([]);
    expect(wordsOf("a b c d e f g h i j")).toHaveLength(8);
  });
});

describe("what is marked", () => {
  it("is what the words begin, also after punctuation, in the text's own letters", () => {
    expect(marked("Checkout 2025.10.01 · checkout", "check 10.01")).toEqual(["Check", "10.01", "check"]);
    expect(marked("Müller, Zoë", "muller zo")).toEqual(["Müller", "Zo"]);
    expect(marked("payments-api", "payments_api")).toEqual(["payments", "api"]);
  });

  it("is no part of a name alone, where the text holds it neither whole nor in all its parts", () => {
    expect(marked("Incidents", "inc-7")).toEqual([]);
    expect(marked("INC-7 and INC-5", "inc-7")).toEqual(["INC-7"]);
  });

  it("is nothing in the middle of a word", () => {
    expect(marked("recheck", "check")).toEqual([]);
  });

  it("is marked once where words overlap, the longer one first", () => {
    expect(marked("checkout", "check checkout")).toEqual(["checkout"]);
  });

  it("puts together again what it took apart, whatever the text", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 40 });
    fc.assert(
      fc.property(text, text, (shown, query) => {
        const parts = markParts(shown, wordsOf(query));
        expect(parts.map((part) => part.text).join("")).toBe(shown);
      }),
    );
  });
});

describe("an excerpt", () => {
  const body = `# Root cause\n\n${"Words before. ".repeat(10)}The **pool** was exhausted. ${"Words after. ".repeat(30)}`;

  it("is one line around the first word that the title does not explain", () => {
    const excerpt = excerptOf("Checkout is slow", body, ["checkout", "pool"]) ?? "";
    expect(excerpt).toEqual(expect.stringMatching(/^… .*The pool was exhausted\. .* …$/));
    expect(excerpt.length).toBeLessThan(180);
  });

  it("is none where the title explains every word, or the text holds none", () => {
    expect(excerptOf("The pool", body, ["pool"])).toBeNull();
    expect(excerptOf("Checkout", body, ["turnip"])).toBeNull();
  });

  it("is whole where the text is short", () => {
    expect(excerptOf("Waiver", "Watched by hand.", ["hand"])).toBe("Watched by hand.");
  });
});

it("every kind has a page, whatever names it", () => {
  for (const kind of SEARCH_KINDS) expect(searchHref(kind, "x")).toMatch(/^\/[a-z/?-]+[/=]x/);
  expect(searchHref("person", "a+b@example.com")).toBe("/settings/people?q=a%2Bb%40example.com");
});
