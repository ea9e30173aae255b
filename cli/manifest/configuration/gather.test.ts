import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CliError } from "../../exit";
import { testIo } from "../../testing/io";
import { type Files, Workspace } from "../../testing/run";
import { type ConfigurationSources, gatherConfiguration } from "./gather";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

type Given = { files?: (string | { path: string; prefix: string })[]; values?: object; not_secret?: string[] };

async function gather(given: Given, files: Files = {}): Promise<Record<string, string>> {
  await workspace.write(files);
  const sources: ConfigurationSources = {
    files: (given.files ?? []).map((file) => (typeof file === "string" ? { path: file, prefix: "" } : file)),
    values: { ...given.values },
    not_secret: given.not_secret ?? [],
  };
  const { io } = testIo({ cwd: workspace.folder });
  const found = await gatherConfiguration(io, sources, (field) => `config.yml(${field})`);
  expect(found.map(({ key }) => key)).toEqual(found.map(({ key }) => key).sort());
  return Object.fromEntries(found.map(({ key, value }) => [key, value]));
}

async function faultsOf(given: Given, files: Files = {}): Promise<string[]> {
  const error: unknown = await gather(given, files).then(
    () => null,
    (thrown) => thrown,
  );
  if (!(error instanceof CliError)) throw error ?? new Error("nothing was refused");
  expect(error.exitCode).toBe(3);
  return [error.message, ...error.issues.map(({ path, message }) => `${path}: ${message}`)];
}

describe("kinds of files", () => {
  it(".env: quotes, comments, export, and nothing substituted", async () => {
    const text = [
      "\ufeff# comment",
      "PLAIN=a b  # why",
      "export EXPORTED = x#y ",
      'DOUBLE="a \\"b\\"\\n# c $PLAIN" # d',
      "SINGLE='a \\n $PLAIN'",
      "EMPTY=",
      "HASH=#nothing",
      "",
    ].join("\r\n");
    expect(await gather({ files: ["app.env"] }, { "app.env": text })).toEqual({
      PLAIN: "a b",
      EXPORTED: "x#y",
      DOUBLE: 'a "b"\n# c $PLAIN',
      SINGLE: "a \\n $PLAIN",
      EMPTY: "",
      HASH: "",
    });
  });

  it.each([
    ["no assignment", "A=1\nnonsense\n", "app.env:2: is not KEY=value"],
    ["an open quote", 'A="x\n', "app.env:1: is not KEY=value"],
    ["text after a quote", "A='x' y\n", "app.env:1: is not KEY=value"],
    ["a key that starts with a digit", "1A=x\n", "app.env:1: is not KEY=value"],
    ["a key twice", "A=1\nA=2\n", "app.env:2: A is set in app.env:1 already"],
  ])(".env with %s is bad input with its line", async (_what, text, reason) => {
    const [fault] = await faultsOf({ files: ["app.env"] }, { "app.env": text });
    expect(fault).toContain(reason);
  });

  it("JSON and YAML: nested keys by dots, lists by place, numbers as JSON writes them", async () => {
    const json = { db: { hosts: ["a", "b"], port: 5432, ratio: 0.5, on: true, none: null, empty: {}, list: [] } };
    const wanted = {
      "db.hosts[0]": "a",
      "db.hosts[1]": "b",
      "db.port": "5432",
      "db.ratio": "0.5",
      "db.on": "true",
      "db.none": "null",
      "db.empty": "{}",
      "db.list": "[]",
    };
    expect(await gather({ files: ["app.json"] }, { "app.json": json })).toEqual(wanted);
    expect(await gather({ files: ["app.yaml"] }, { "app.yaml": JSON.stringify(json) })).toEqual(wanted);
  });

  it("the service's own YAML keeps its braces", async () => {
    expect(await gather({ files: ["a.yml"] }, { "a.yml": 'greeting: "{{NAME}}"' })).toEqual({ greeting: "{{NAME}}" });
  });

  it.each([
    ["another kind", { "app.toml": "a = 1" }, "app.toml: is not a kind of configuration file"],
    ["a list", { "app.json": [1] }, "app.json: must hold keys and values"],
    ["a YAML number that loses digits", { "app.yaml": "id: 12345678901234567890" }, "id is a number that loses digits"],
    ["broken YAML", { "app.yaml": "a: [1" }, "app.yaml:1:"],
    ["a key in two spellings", { "app.json": { "a.b": 1, a: { b: 2 } } }, "app.json: a.b is set in app.json already"],
  ])("%s is bad input", async (_what, files: Files, reason) => {
    const [fault] = await faultsOf({ files: Object.keys(files) }, files);
    expect(fault).toContain(reason);
  });
});

describe("layers", () => {
  const files: Files = { "base.env": "A=1\nB=1\nC=1", "over/x.env": "B=2\nC=2", "over/y.env": "D=2" };

  it("later entries override earlier ones, values override all, and a prefix keeps keys apart", async () => {
    const given = { files: ["base.env", "over/*.env", { path: "base.env", prefix: "web." }], values: { C: 3, E: "x" } };
    expect(await gather(given, files)).toEqual({
      A: "1",
      B: "2",
      C: "3",
      D: "2",
      E: "x",
      "web.A": "1",
      "web.B": "1",
      "web.C": "1",
    });
  });

  it("two files of one pattern that set the same key are bad input: neither is said to be in force", async () => {
    const [fault] = await faultsOf({ files: ["over/*.env"] }, { ...files, "over/y.env": "\nC=9" });
    expect(fault).toBe("over/y.env:2: C is set in over/x.env:2 already");
  });

  it("a pattern that matches nothing is bad input", async () => {
    expect(await faultsOf({ files: ["none/*.env"] })).toEqual(["none/*.env: no file matches"]);
  });
});

describe("secrets", () => {
  it("are refused, all at once, by place and without their values", async () => {
    const faults = await faultsOf(
      { files: ["app.env"], values: { api: { token: "hush-1" } } },
      { "app.env": "WORKERS=4\nDB_PASSWORD=hush-2\nURL=postgres://app:hush-3@db/app\nTOKEN_TTL=15m" },
    );
    expect(faults.map((fault) => fault.split(": ").slice(0, 2).join(": ")).sort()).toEqual([
      "app.env:2: DB_PASSWORD",
      "app.env:3: URL",
      "config.yml(configuration.values.api.token): api.token",
    ]);
    expect(faults.join()).toMatch(/secret_versions/);
    expect(faults.join()).not.toMatch(/hush/);
  });

  it("a key that is said to be none is taken at its word, but it has to be there", async () => {
    const values = { TOKEN_ISSUER: "https://id.example" };
    expect(await gather({ values, not_secret: ["TOKEN_ISSUER"] })).toEqual(values);
    expect(await faultsOf({ values: {}, not_secret: ["TOKEN_ISSUER"] })).toEqual([
      "config.yml(configuration.not_secret): TOKEN_ISSUER is not in the configuration",
    ]);
  });
});

it.each([
  ["a value that is too long", { LONG: "x".repeat(5001) }],
  ["a key that is too long", { ["K".repeat(501)]: "x" }],
  ["a key of blanks", { " ": "x" }],
  ["NUL", { NUL: "a\u0000b" }],
])("%s is bad input, and the value is not repeated", async (_what, values) => {
  const [fault] = await faultsOf({ values });
  expect(fault?.length).toBeLessThan(1500);
});
