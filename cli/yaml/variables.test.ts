import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineCounter, parseDocument } from "yaml";
import { CliError } from "../exit";
import { processIo } from "../io";
import { expandVariables } from "./variables";

const env = {
  VERSION: "1.4.0",
  PORT: "8080",
  QUOTE: "a\"b: {{VERSION}}\n#'",
  EMPTY: "",
  BLANK: " ",
  API_TOKEN: "hush",
};

function expand(text: string, refuse?: (name: string) => string | null): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: "1.2", strict: true, lineCounter: lines });
  expandVariables({ ...processIo(), env }, document, { path: "release.yml", text, lines, ...(refuse && { refuse }) });
  return document.toJS();
}

function faultsOf(text: string, refuse?: (name: string) => string | null): string[] {
  try {
    expand(text, refuse);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return [error.message, ...error.issues.map(({ path, message }) => `${path}: ${message}`)];
  }
  return [];
}

describe("{{NAME}} in a text", () => {
  it.each([
    ["alone", 'a: "{{VERSION}}"', { a: "1.4.0" }],
    ["with blanks, in the middle and twice", "a: v{{ VERSION }}-{{\tPORT  }}-{{PORT}}", { a: "v1.4.0-8080-8080" }],
    ["in a block text", "a: |\n  one\n  {{VERSION}} two\n", { a: "one\n1.4.0 two\n" }],
    ["in lists and maps within maps", 'a: [x, {b: "{{PORT}}"}]', { a: ["x", { b: "8080" }] }],
    ["at an alias of a text", 'a: &v "{{PORT}}"\nb: *v', { a: "8080", b: "8080" }],
  ])("%s becomes the environment's value", (_what, text, wanted) => {
    expect(expand(text)).toEqual(wanted);
  });

  it("stays text: a version that looks like a number is none", () => {
    expect(expand('a: "{{PORT}}"')).toEqual({ a: "8080" });
  });

  it("is not expanded again, and its value is no YAML", () => {
    expect(expand('a: "{{QUOTE}}"\nb: 1')).toEqual({ a: env.QUOTE, b: 1 });
  });

  it("is left alone in keys and comments", () => {
    expect(expand('"{{NOT_SET}}": 1 # {{NOT_SET}}')).toEqual({ "{{NOT_SET}}": 1 });
  });

  it("is written {{{{ where two braces are meant", () => {
    expect(expand('a: "{{{{PORT}} {{PORT}} {x} }} {"')).toEqual({ a: "{{PORT}} 8080 {x} }} {" });
  });
});

describe("nothing is guessed", () => {
  it.each([
    [
      "a variable that is not set",
      'a: 1\nb:\n  - "x {{NOT_SET}}"',
      "release.yml:3:8: the environment variable NOT_SET is not set",
    ],
    ["one set to nothing", 'a: "{{EMPTY}}"', "release.yml:1:5: the environment variable EMPTY is empty"],
    ["one set to blanks", 'a: "{{BLANK}}"', "release.yml:1:5: the environment variable BLANK is empty"],
    ["what is no name", 'a: "$ {{ github.sha }}"', "release.yml:1:7: {{ starts no variable here"],
    ["braces that are not closed", "a: x{{PORT", "release.yml:1:5: {{ starts no variable here"],
    ["no name at all", "a: x {{}}", "release.yml:1:6: {{ starts no variable here"],
    ["one without quotes", "a: {{PORT}}", 'release.yml:1:4: YAML reads this as a map; put it in quotes: "{{PORT}}"'],
    ["one in a block text", "a: |\n  one\n  {{NOT_SET}}\n", "release.yml:3:3: the environment variable NOT_SET"],
    ["the second of two", 'a: "{{PORT}}\n  {{NOT_SET}}"', "release.yml:2:3: the environment variable NOT_SET"],
  ])("%s is bad input with its place", (_what, text, wanted) => {
    const [fault] = faultsOf(text);
    expect(fault?.slice(0, wanted.length)).toBe(wanted);
  });

  it("all faults are told at once, each at its own place", () => {
    expect(faultsOf('a: "{{NO}} {{NO}}"\nb: "{{EMPTY}}"').map((fault) => fault.split(": ")[0])).toEqual([
      "release.yml:1:5",
      "release.yml:1:12",
      "release.yml:2:5",
    ]);
  });

  it("a document with a fault keeps every text as it was", () => {
    const document = parseDocument('a: "{{PORT}}"\nb: "{{NO}}"');
    const of = { path: "x", text: "", lines: new LineCounter() };
    expect(() => expandVariables({ ...processIo(), env }, document, of)).toThrow();
    expect(document.toJS()).toEqual({ a: "{{PORT}}", b: "{{NO}}" });
  });

  it("what may not stand in the document is refused, and its value told nowhere", () => {
    const refuse = (name: string) => (name === "API_TOKEN" ? "API_TOKEN is a secret" : null);
    const faults = faultsOf('a: "{{PORT}}{{API_TOKEN}}"', refuse);
    expect(faults).toEqual(["release.yml:1:13: API_TOKEN is a secret"]);
  });
});

it("any value arrives as it is, whatever YAML would make of it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (value) => {
      fc.pre(value.trim() !== "");
      const document = parseDocument('a: "<{{V}}>"');
      expandVariables({ ...processIo(), env: { V: value } }, document, {
        path: "x",
        text: "",
        lines: new LineCounter(),
      });
      expect(document.toJS()).toEqual({ a: `<${value}>` });
    }),
  );
});
