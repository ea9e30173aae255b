import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/core/digest";
import type { Verdict } from "@/lib/core/gate/verdict";
import { buildCli } from "./build";
import { exitOfVerdict } from "./exit";
import { Workspace } from "./testing/run";

type Fixture = { policy: object | null; facts: object; at: string; expect?: Verdict; expectError?: string };

const folder = fileURLToPath(new URL("../lib/core/gate/fixtures/", import.meta.url));
const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => [file, JSON.parse(readFileSync(join(folder, file), "utf8")) as Fixture] as const);
const judged = fixtures.flatMap(([file, { expect: wanted, ...rest }]) => (wanted ? [{ file, wanted, ...rest }] : []));
const refused = fixtures.flatMap(([file, fixture]) => (fixture.expectError ? [{ file, ...fixture }] : []));

let workspace: Workspace;
let program: string;
beforeAll(async () => {
  workspace = await Workspace.with();
  program = await buildCli(join(workspace.folder, "readiness.mjs"));
}, 60_000);
afterAll(() => workspace.remove());

const env = { NODE_ENV: "test", PATH: `${join(process.execPath, "..")}:${process.env.PATH ?? ""}` } as const;
type Ended = { code: number | null; out: Buffer; err: string };
/** The built program, started as a pipeline starts it: by its own first line. */
function start(args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: workspace.folder, env, encoding: "buffer", maxBuffer: 1e8 } as const;
    const child = execFile(program, args, options, (_error, out, err) => {
      resolve({ code: child.exitCode, out, err: err.toString("utf8") });
    });
  });
}

async function judge(file: string, { facts, policy, at }: Fixture): Promise<Ended> {
  await workspace.write({ [`facts-${file}`]: facts, ...(policy && { [`config-${file}`]: policy }) });
  const policyArgs = policy === null ? [] : ["--config", `config-${file}`];
  return start(["gate", "--json", "--facts", `facts-${file}`, "--at", at, ...policyArgs]);
}

describe.concurrent("the built program and the core give the same bytes", () => {
  it.each(judged)("$file", { timeout: 60_000 }, async ({ file, wanted, ...fixture }) => {
    const { code, out } = await judge(file, fixture);
    expect(out.toString("utf8")).toBe(`${canonicalJson(wanted)}\n`);
    expect(code).toBe(exitOfVerdict(wanted.verdict));
  });

  it.each(refused)("$file is bad input", { timeout: 60_000 }, async ({ file, ...fixture }) => {
    const { code, out, err } = await judge(file, fixture);
    expect(code).toBe(3);
    expect(out).toHaveLength(0);
    expect(err).not.toBe("");
  });
});

describe("the built program by itself", () => {
  it("tells its version and its exit codes", async () => {
    expect(await start(["--version"])).toMatchObject({ code: 0, out: Buffer.from("0.1.0\n") });
    const help = await start(["--help"]);
    expect(help.code).toBe(0);
    expect(help.out.toString("utf8")).toMatch(/Exit codes:/);
  });

  it("does not succeed when nobody reads its answer", { timeout: 60_000 }, async () => {
    const approving = judged.find(({ wanted }) => wanted.verdict === "approve");
    if (!approving) expect.fail("no fixture approves");
    const { file, wanted: _wanted, ...fixture } = approving;
    expect((await judge(file, fixture)).code).toBe(0);
    const pipeline = `set -o pipefail; "${program}" gate --json --facts "facts-${file}" --config "config-${file}" --at "${fixture.at}" | true`;
    const ended = await new Promise<number | null>((resolve) => {
      const child = execFile("bash", ["-c", pipeline], { cwd: workspace.folder, env }, () => resolve(child.exitCode));
    });
    expect(ended).toBe(4);
  });
});
