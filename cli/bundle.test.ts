import { execFile } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { version } from "@/package.json";
import { buildCli } from "./build";
import { Collector } from "./testing/collector";
import * as evidence from "./testing/evidence";
import { Workspace } from "./testing/run";

vi.setConfig({ testTimeout: 30_000 });

let workspace: Workspace;
let program: string;
beforeAll(async () => {
  workspace = await Workspace.with(evidence.approvingFiles);
  program = await buildCli(join(workspace.folder, "readiness.mjs"));
}, 60_000);
afterAll(() => workspace.remove());

/** This Node and every other on the path. */
const onPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "node"));
const nodes = [
  ...new Set([process.execPath, ...onPath].filter((path) => existsSync(path)).map((path) => realpathSync(path))),
];

type Ended = { code: number | null; out: string; err: string };
function start(node: string, args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const options = { cwd: workspace.folder, env: { NODE_ENV: "test", ...env } } as const;
  return new Promise((resolve) => {
    const child = execFile(node, [program, ...args], options, (_error, out, err) => {
      resolve({ code: child.exitCode, out, err });
    });
  });
}

it.each(nodes)("the one file runs on %s", async (node) => {
  expect(await start(node, ["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  const { code, out } = await start(node, ["--help"]);
  expect({ code, out: out.slice(0, 16) }).toEqual({ code: 0, out: "Usage: readiness" });
});

it("nothing of Node is loaded for a command that does not need it", () => {
  const imports = [...readFileSync(program, "utf8").matchAll(/^import\b[^;]*?["']([^"']+)["']/gm)].map(
    ([, name]) => name,
  );
  expect(imports).toEqual(["node:module"]);
});

it.each(nodes)("the file holds the exporter too: spans and points arrive, on %s", async (node) => {
  const collector = await Collector.answering();
  const { code, err } = await start(node, evidence.offlineArgs, collector.env);
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(collector.spans().map(({ name }) => name)).toEqual(["deployment.gate", "operation.execute"]);
  await collector.stop();
});

it("a collector that never answers does not keep the program from its end", async () => {
  const collector = await Collector.answering(() => undefined);
  const { code, err } = await start(process.execPath, evidence.offlineArgs, {
    ...collector.env,
    OTEL_EXPORTER_OTLP_TIMEOUT: "100",
  });
  expect(code).toBe(1);
  expect(err).toContain("telemetry was not exported");
  await collector.stop();
});
