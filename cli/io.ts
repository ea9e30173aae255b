import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

/** The world around a command, so that commands can be run within a test. */
export type Io = {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  out(text: string): void;
  err(text: string): void;
  now(): Date;
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
    sleep: async (milliseconds) => void (await wait(milliseconds)),
    randomId: () => randomUUID(),
  };
}

/** An environment variable that says something. */
export function setting(io: Io, name: string): string | undefined {
  const value = io.env[name]?.trim();
  return value === "" ? undefined : value;
}
