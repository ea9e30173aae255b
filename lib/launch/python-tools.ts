import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./project";

const PACKAGES = ["pytest", "locust", "bandit"];
const DEBIAN = ["python3-pytest", "python3-locust", "bandit"];
const LIMIT_MS = 300_000;

/**
 * The folders to put first on the PATH, so that `python3 -m pytest` and `bandit` work: where they are installed, else a
 * virtual environment of the project's own, else the distribution's packages. The guide's Python project needs them.
 */
export function ensurePythonTools(detail: (text: string) => void): string {
  const found = installed() ?? virtualEnvironment() ?? distribution();
  if (!found) {
    throw new Error(
      `No Python with ${PACKAGES.join(", ")}. Install them: python3 -m pip install ${PACKAGES.join(" ")}`,
    );
  }
  detail(found);
  return found;
}

function installed(): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/bin"];
  return folders.find((folder) => hasTools(folder));
}

function hasTools(folder: string): boolean {
  const python = path.join(folder, "python3");
  if (!existsSync(python) || !existsSync(path.join(folder, "bandit"))) return false;
  return spawnSync(python, ["-c", "import pytest, locust"], { timeout: 30_000, stdio: "ignore" }).status === 0;
}

function virtualEnvironment(): string | undefined {
  const home = path.join(projectFolder, "node_modules", ".cache", "python-tools");
  const folder = path.join(home, "bin");
  if (hasTools(folder)) return folder;
  const install = ["-m", "pip", "install", "--quiet", "--retries", "0", "--timeout", "15", ...PACKAGES];
  if (!succeeds("python3", ["-m", "venv", home]) || !succeeds(path.join(folder, "python3"), install)) return undefined;
  return hasTools(folder) ? folder : undefined;
}

function distribution(): string | undefined {
  if (process.getuid?.() !== 0 || !succeeds("apt-get", ["--version"])) return undefined;
  succeeds("apt-get", ["update"]);
  succeeds("apt-get", ["install", "--yes", "--no-install-recommends", ...DEBIAN]);
  return hasTools("/usr/bin") ? "/usr/bin" : undefined;
}

function succeeds(program: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { env, timeout: LIMIT_MS, stdio: "ignore" }).status === 0;
}
