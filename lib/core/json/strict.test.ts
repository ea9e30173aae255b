import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError } from "@/lib/core/errors";
import { parseStrictJson } from "./strict";

describe("parseStrictJson", () => {
  it.each([
    ["a syntax error, by line and column", '{\n  "a": 1,\n  "b" 2\n}', /doc: is not valid JSON at line 3, column \d+/],
    ["an empty text", "", /doc: is not valid JSON at line 1/],
    ["a comment", '{"a": 1} // why', /not valid JSON/],
    ["a trailing comma", '{"a": [1,]}', /not valid JSON/],
    ["two documents", "{} {}", /not valid JSON/],
    ["a byte order mark", "\uFEFF{}", /not valid JSON/],
    ["a bare NaN", '{"a": NaN}', /not valid JSON/],
    ["single quotes", "{'a': 1}", /not valid JSON/],
    ["a duplicate key", '{"a": {"b": 1, "b": 2}}', /doc: a\.b: duplicate key/],
    ["a duplicate key written as an escape", '{"a": 1, "\\u0061": 2}', /doc: a: duplicate key/],
    ["a key that reaches the prototype", '{"__proto__": {}}', /__proto__: this key is not allowed/],
    ["an integer that a double cannot hold", '{"n": [9007199254740993]}', /doc: n\[0\]: the integer 9007199254740993/],
    ["a negative one", '{"n": -9007199254740993}', /doc: n: the integer -9007199254740993/],
    ["a number beyond every double", '{"n": 1e999}', /doc: n: the number is too large/],
    ["a NUL character", '{"s": "a\\u0000b"}', /doc: s: must not contain a NUL/],
    ["a NUL character in a key", '{"a\\u0000": 1}', /must not contain a NUL/],
    ["half of a surrogate pair", '{"s": "\\ud800"}', /doc: s: must not contain half/],
    ["a raw control character", '{"s": "a\u0001b"}', /not valid JSON/],
  ])("refuses %s", (_, text, message) => {
    expect(() => parseStrictJson(text, "doc")).toThrow(message);
    expect(() => parseStrictJson(text, "doc")).toThrow(DomainError);
  });

  it("names the place of a fault as an issue", () => {
    try {
      parseStrictJson('{"suites": [{"name": 1, "name": 2}]}', "scorecard");
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "invalid", issues: [{ path: "suites[0].name", message: "duplicate key" }] });
    }
  });

  it("accepts 64 levels and refuses 65, however deep the text goes", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(() => parseStrictJson(nested(64), "doc")).not.toThrow();
    expect(() => parseStrictJson(nested(65), "doc")).toThrow(/more than 64 levels/);
    expect(() => parseStrictJson("[".repeat(200_000), "doc")).toThrow(/more than 64 levels/);
  });

  it("caps the size in bytes, not in characters", () => {
    expect(parseStrictJson('"éé"', "doc", { maxBytes: 6 })).toBe("éé");
    expect(() => parseStrictJson('"ééé"', "doc", { maxBytes: 7 })).toThrow(/larger than 7 bytes/);
  });

  it("reads whatever JSON.stringify writes of ordinary values", () => {
    const leaf = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, max: 1e15, min: -1e15 }),
      fc.boolean(),
      fc.constant(null),
    );
    const tree = fc.object({ values: [leaf, fc.string().map((text) => text.replaceAll("\u0000", ""))], maxDepth: 4 });
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes("__proto__") && !text.includes("\\u0000"));
        expect(parseStrictJson(text, "doc")).toEqual(JSON.parse(text));
      }),
    );
  });

  it("throws nothing but a DomainError for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        try {
          parseStrictJson(text, "doc");
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
