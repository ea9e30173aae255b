import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { badInput, type CliError } from "../exit";
import { processIo } from "../io";
import { Workspace } from "../testing/run";
import { type JsonLimits, readJsonStream } from "./json-stream";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

type Visit = [value: unknown, key: unknown, where: string];
async function visits(content: string | Uint8Array, paths: string[], limits: Partial<JsonLimits> = {}) {
  await workspace.write({ "r.json": content });
  const seen: Visit[] = [];
  const io = { ...processIo(), cwd: workspace.folder };
  await readJsonStream(io, "r.json", paths, (value, key, where) => seen.push([value, key, where]), limits);
  return seen;
}
const refusal = (content: string | Uint8Array, limits: Partial<JsonLimits> = {}): Promise<CliError> =>
  visits(content, ["$"], limits).then(
    (seen) => expect.fail(`was accepted: ${JSON.stringify(seen)}`),
    (error) => error,
  );

describe("visits the values at the paths, and says where they were", () => {
  it("reads elements of an array and members of an object", async () => {
    const text = '{"a": [{"x": 1}, [], null], "b": {"k": "v", "n": {"x": [2]}}, "c": 3}';
    expect(await visits(text, ["$.a.*", "$.b.*"])).toEqual([
      [{ x: 1 }, 0, "r.json: a[0]"],
      [[], 1, "r.json: a[1]"],
      [null, 2, "r.json: a[2]"],
      ["v", "k", "r.json: b.k"],
      [{ x: [2] }, "n", "r.json: b.n"],
    ]);
  });

  it("tells only the kind of a value, before what is in it, and which path it is at", async () => {
    const text = '{"a": [1], "b": {}, "c": "x", "d": 1, "e": true, "f": null, "g": [[2]]}';
    await workspace.write({ "r.json": text });
    const seen: unknown[] = [];
    const io = { ...processIo(), cwd: workspace.folder };
    await readJsonStream(io, "r.json", ["$.*#", "$.a.*", "$#"], (...visit) => seen.push(visit));
    expect(seen).toEqual([
      ["object", undefined, "r.json", "$#"],
      ["array", "a", "r.json: a", "$.*#"],
      [1, 0, "r.json: a[0]", "$.a.*"],
      ["object", "b", "r.json: b", "$.*#"],
      ["string", "c", "r.json: c", "$.*#"],
      ["number", "d", "r.json: d", "$.*#"],
      ["boolean", "e", "r.json: e", "$.*#"],
      ["null", "f", "r.json: f", "$.*#"],
      ["array", "g", "r.json: g", "$.*#"],
    ]);
  });

  it("reads the whole, and an inner value before the outer one", async () => {
    expect(await visits('{"a": [1]}', ["$", "$.a.*"])).toEqual([
      [1, 0, "r.json: a[0]"],
      [{ a: [1] }, undefined, "r.json"],
    ]);
  });

  it("visits both values of a key that occurs twice, so that none hides the other", async () => {
    expect((await visits('{"a": [1], "a": [2]}', ["$.a.*"])).map(([value]) => value)).toEqual([1, 2]);
  });

  it("gives what JSON.parse gives", async () => {
    const text = String.raw`[ {"é\n\"\\/\u00e9\ud83d\ude00":-1.5e-3,"":true},"𝕏 \ud800",0,-0,false,{} ,[[ ]] ]`;
    expect((await visits(text, ["$"]))[0]?.[0]).toEqual(JSON.parse(text));
  });

  it("takes __proto__ for a key like any other", async () => {
    const [value] = (await visits('{"__proto__": {"polluted": true}}', ["$"]))[0] ?? [];
    expect(Object.keys(Object(value))).toEqual(["__proto__"]);
    expect(Object(value).polluted).toBeUndefined();
  });

  it("lets a visitor end the reading with its own reason", async () => {
    await workspace.write({ "r.json": "[1]" });
    const io = { ...processIo(), cwd: workspace.folder };
    const reading = readJsonStream(io, "r.json", ["$.*"], (_value, _key, where) => {
      throw badInput(`${where}: not wanted`);
    });
    await expect(reading).rejects.toThrow("r.json: [0]: not wanted");
  });
});

describe("encodings that tools write", () => {
  const text = '\ufeff["é𝕏"]';
  const utf16le = Buffer.from(text, "utf16le");
  it.each([
    ["UTF-8 with a byte order mark", Buffer.from(text)],
    ["UTF-16, little-endian, as PowerShell writes it", utf16le],
    ["UTF-16, big-endian", Buffer.from(utf16le).swap16()],
  ])("%s", async (_what, bytes) => {
    expect((await visits(bytes, ["$.*"]))[0]?.[0]).toBe("é𝕏");
  });
});

describe("what is not one complete JSON text is refused, naming file and line", () => {
  it.each([
    ["empty", "", /is empty/],
    ["blank", " \n\ufeff ", /is empty/],
    ["truncated in a list", '{"a": [\n1,', /line 2: .*ends too early/],
    ["truncated in a string", '{"a": "b', /line 1: .*ends too early/],
    ["truncated in a word", "tru", /ends too early/],
    ["a minus alone", "-", /ends too early/],
    ["a second text", "{}\n{}", /line 2: .*nothing more expected/],
    ["trailing words", "{}\n\nDone in 3 s", /line 3: .*unexpected text/],
    ["leading words", "npm warn x\n{}", /line 1: .*unexpected text/],
    ["a missing comma", "[1\n2]", /line 2: .*comma or end expected/],
    ["a trailing comma", "[1,]", /value expected/],
    ["a trailing comma of an object", '{"a":1,}', /key expected/],
    ["a missing colon", '{"a" 1}', /colon expected/],
    ["a missing value", '{"a":}', /value expected/],
    ["a key that is no text", "{1:2}", /key or end expected/],
    ["brackets that do not match", '{"a":[1}]', /comma or end expected/],
    ["a close too many", "[]]", /nothing more expected/],
    ["a comment", "[] // done", /unexpected text/],
    ["NaN", '{"a": NaN}', /unexpected text/],
    ["a leading zero", "[01]", /is not valid JSON/],
    ["a control character in a string", '["a\u0000"]', /unexpected text/],
    ["a number beyond all bounds", "[1e400]", /number is too large/],
    ["bytes that are not UTF-8", Buffer.from('["\xe9"]', "latin1"), /not UTF-8/],
    ["UTF-16 without a mark", Buffer.from("[1]", "utf16le"), /unexpected text/],
    ["bytes that are cut within a character", Buffer.from('["é').subarray(0, 3), /not UTF-8/],
  ])("%s", async (_what, content, reason) => {
    const error = await refusal(content);
    expect(error.message).toMatch(/^r\.json:/);
    expect(error.message).toMatch(reason);
    expect(error.exitCode).toBe(3);
  });

  it.each([
    ["bytes", "[1, 2, 3, 4]", { bytes: 10 }, /larger than 10 bytes/],
    ["depth", "[".repeat(6), { depth: 5 }, /nested more than 5 deep/],
    ["depth of what is not visited", `{"a":${'{"b":'.repeat(200)}`, {}, /nested more than 100 deep/],
    ["one value", `[${"[],".repeat(50)}[]]`, { valueBytes: 100 }, /a value is larger than 100 bytes/],
    ["one string", `["${"x".repeat(200_000)}`, { valueBytes: 100_000 }, /a value is larger than 100000 bytes/],
  ])("too much of %s", async (_what, content, limits, reason) => {
    expect((await refusal(content, limits)).message).toMatch(reason);
  });

  it("a file that is not there", async () => {
    const io = { ...processIo(), cwd: workspace.folder };
    await expect(readJsonStream(io, "none.json", ["$"], () => {})).rejects.toThrow("none.json: there is no such file");
  });
});

describe("a big report", () => {
  it("is read without being held in memory", async () => {
    const path = join(workspace.folder, "big.json");
    const file = createWriteStream(path);
    const noise = JSON.stringify({ log: "x".repeat(1000), list: [1, 2, { a: null }] });
    const rows = 20_000;
    file.write('{"noise":[0');
    for (let row = 0; row < rows; row += 1) file.write(`,${noise}`);
    file.write('],"tests":[0');
    for (let row = 0; row < rows; row += 1) file.write(`,{"name":"${"n".repeat(500)}${row}"}`);
    file.end("]}");
    await finished(file);

    let count = 0;
    let most = 0;
    setFlagsFromString("--expose-gc");
    const collectGarbage: () => void = runInNewContext("gc");
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    await readJsonStream({ ...processIo(), cwd: workspace.folder }, "big.json", ["$.tests.*"], () => {
      count += 1;
      if (count % 1000 === 0) {
        collectGarbage();
        most = Math.max(most, process.memoryUsage().heapUsed - before);
      }
    });
    expect(count).toBe(rows + 1);
    expect(most).toBeLessThan(16 * 1024 * 1024);
  });
});
