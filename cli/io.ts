import { setTimeout as wait } from "node:timers/promises";

/** The world around a command, so that commands can be run within a test. */
export type Io = {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  out(text: string): void;
  err(text: string): void;
  now(): Date;
  /** Milliseconds on a clock that nobody sets: it only goes forward. */
  elapsedMs(): number;
  /** Width of the terminal on which people watch the error output; null where it goes to a file or a log. */
  terminalColumns(): number | null;
  sleep(milliseconds: number): Promise<void>;
  randomId(): string;
};

export function processIo(): Io {
  return {
    env: process.env,
    cwd: process.cwd(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    now: () => new Date(),
    elapsedMs: () => performance.now(),
    terminalColumns: () => (process.stderr.isTTY && !process.env.CI ? process.stderr.columns || 80 : null),
    sleep: async (milliseconds) => void (await wait(milliseconds)),
    randomId: () => crypto.randomUUID(),
  };
}

/** An environment variable that says something. */
export function setting(io: Io, name: string): string | undefined {
  const value = io.env[name]?.trim();
  return value === "" ? undefined : value;
}
