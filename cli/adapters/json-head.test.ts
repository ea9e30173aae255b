import { describe, expect, it } from "vitest";
import { firstOf, jsonHead } from "./json-head";

describe("the start of a JSON text", () => {
  it.each([
    ["a whole one", '{"a": {"b": [1]}}', { a: { b: [1] } }],
    ["one that is cut within a value", '{"a": {"b": [1, {"c": 2, "d": "x', { a: { b: [1, { c: 2 }] } }],
    ["one that goes wrong", '{"a": 1} npm warn', { a: 1 }],
    ["nesting beyond all bounds", `{"a":1,"b":${"[".repeat(60_000)}`, expect.objectContaining({ a: 1 })],
    ["a list", '[{"a": 1}]', {}],
    ["another text", "<testsuite/>", {}],
    ["nothing", "", {}],
  ])("%s", (_what, head, expected) => {
    expect(jsonHead(head)).toEqual(expected);
  });

  it("shows the first object of a list", () => {
    expect([firstOf([{ a: 1 }, 2]), firstOf([1]), firstOf([]), firstOf("x")]).toEqual([{ a: 1 }, {}, {}, {}]);
  });
});
