import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parse } from "yaml";
import { buildCli } from "./build";
import { Workspace } from "./testing/run";

const folder = fileURLToPath(new URL("../.github/actions/readiness/", import.meta.url));
let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

/** The action's script as a runner starts it, in a copy of the layout so that it uses a tool of its own. */
async function act(inputs: Record<string, string>): Promise<{ code: number; out: string; outputs: string }> {
  const copy = join(workspace.folder, "checkout");
  await workspace.write({
    "checkout/.github/actions/readiness/run.sh": await readFile(`${folder}run.sh`),
    outputs: "",
  });
  await buildCli(join(copy, "cli/dist/readiness.mjs"));
  const { PATH, NODE_ENV } = process.env;
  const env = { PATH, NODE_ENV, GITHUB_OUTPUT: join(workspace.folder, "outputs"), ...inputs };
  return new Promise((resolve) => {
    const script = join(copy, ".github/actions/readiness/run.sh");
    execFile("bash", [script], { cwd: workspace.folder, env }, async (error, out, err) => {
      const code = typeof error?.code === "number" ? error.code : 0;
      resolve({ code, out: out + err, outputs: await workspace.read("outputs") });
    });
  });
}

it("the action runs one command, and its exit code is the job's and an output", async () => {
  const { code, out, outputs } = await act({ INPUT_COMMAND: "run --config 'no such.yml' --run-id '$(touch owned)'" });
  expect(out).toContain("no such.yml: there is no such file");
  expect({ code, outputs }).toEqual({ code: 3, outputs: "exit-code=3\n" });
  await expect(workspace.read("owned")).rejects.toThrow("ENOENT");
});

it("every input of the action reaches its script, none of them as text of a shell", async () => {
  const { inputs, runs } = parse(await readFile(`${folder}action.yml`, "utf8"));
  const [step] = runs.steps;
  const passed = Object.values(step.env).map((value) => /inputs\.([a-z-]+)/.exec(String(value))?.[1]);
  expect([...passed, "working-directory"].sort()).toEqual(Object.keys(inputs).sort());
  expect(step.run).not.toContain("${{");
});
