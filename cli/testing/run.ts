import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { composeToken } from "@/lib/core/token";
import type { Io } from "../io";
import { runCli } from "../program";

export const TOKEN = composeToken({
  environment: "production",
  id: "0199a5c4-1111-7222-8333-444455556666",
  secret: "s".repeat(43),
});

export type Files = Record<string, string | Uint8Array | object>;

/** A working folder with these files: text and bytes as they are, anything else as JSON. */
export class Workspace {
  private constructor(readonly folder: string) {}

  static async with(files: Files = {}): Promise<Workspace> {
    const workspace = new Workspace(await mkdtemp(join(tmpdir(), "readiness-cli-")));
    await workspace.write(files);
    return workspace;
  }

  async write(files: Files): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.folder, name);
      await mkdir(dirname(path), { recursive: true });
      const isRaw = typeof content === "string" || content instanceof Uint8Array;
      await writeFile(path, isRaw ? content : JSON.stringify(content));
    }
  }

  read(name: string): Promise<string> {
    return readFile(join(this.folder, name), "utf8");
  }

  async json(name: string): Promise<unknown> {
    return JSON.parse(await this.read(name));
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

export type Run = { code: number; out: string; err: string };

export type World = {
  cwd: string;
  env?: Record<string, string>;
  now?: Date;
  /** Width of the terminal; none by default, as in CI. */
  columns?: number;
  /** Called for each pause, when the clock has already moved by it. */
  onSleep?: (elapsedMs: number) => void | Promise<void>;
  /** Counted by default; a real server takes a number for used when another run has had it. */
  randomId?: () => string;
};

/** Runs one command line in this process. Pauses take no time, but move the clock that nobody sets. */
export async function run(args: string[], world: World): Promise<Run> {
  const { cwd, env = {}, now = new Date(), columns, onSleep, randomId } = world;
  const result = { out: "", err: "" };
  let ids = 0;
  let elapsed = 0;
  const io: Io = {
    env,
    cwd,
    out: (text) => {
      result.out += text;
    },
    err: (text) => {
      result.err += text;
    },
    now: () => now,
    elapsedMs: () => elapsed,
    terminalColumns: () => columns ?? null,
    sleep: async (milliseconds) => {
      elapsed += milliseconds;
      await onSleep?.(elapsed);
    },
    randomId: () => {
      ids += 1;
      return randomId?.() ?? `random-${ids}`;
    },
  };
  const code = await runCli(args, io);
  return { code, ...result };
}
