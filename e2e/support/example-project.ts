import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectFolder } from "./guide";

export type ExampleProject = { folder: string; path: string; remove(): void };

/** A copy of a project of the guide as somebody would have it: in git, with the tool on the PATH. */
export function exampleProject(name: string): ExampleProject {
  const home = mkdtempSync(path.join(tmpdir(), "readiness-guide-"));
  const folder = path.join(home, name);
  cpSync(path.join(projectFolder, "docs/examples", name), folder, { recursive: true });
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, stdio: "ignore" });
  git("init", "--quiet");
  git("add", "--all");
  git("-c", "user.name=Ada Author", "-c", "user.email=ada@shop.example", "commit", "--quiet", "--message", "The shop");
  const tools = path.join(home, "bin");
  mkdirSync(tools);
  const program = path.join(projectFolder, "cli/dist/readiness.mjs");
  writeFileSync(path.join(tools, "readiness"), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(path.join(tools, "readiness"), 0o755);
  const searched = [tools, process.env.E2E_PYTHON ?? "", process.env.PATH ?? ""].filter(Boolean).join(path.delimiter);
  return { folder, path: searched, remove: () => rmSync(home, { recursive: true, force: true }) };
}
