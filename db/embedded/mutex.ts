import { createHash } from "node:crypto";
import { closeSync, constants, openSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

type Release = () => Promise<void>;
const openExclusively = 0x20; // O_EXLOCK of macOS, which Node does not name

/**
 * Runs `work` while no other process on this machine runs any under the same name. The operating system frees the
 * name when its holder dies, even by kill -9, so there is never a stale lock to judge.
 */
export async function withMutex<T>(name: string, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  const release = await acquire(name, onWait);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function acquire(name: string, onWait?: () => void): Promise<Release> {
  for (let attempt = 0; ; attempt++) {
    const release = await tryAcquire(name);
    if (release) return release;
    if (attempt === 0) onWait?.();
    await pause(50);
  }
}

function tryAcquire(name: string): Promise<Release | undefined> {
  const key = `readiness-${createHash("sha256").update(name).digest("hex").slice(0, 32)}`;
  return process.platform === "linux" ? bindAbstractSocket(key) : lockFile(key);
}

function bindAbstractSocket(key: string): Promise<Release | undefined> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((peer) => peer.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(undefined);
      else reject(error);
    });
    server.listen(`\0${key}`, () => resolve(() => new Promise((done) => server.close(() => done()))));
  });
}

async function lockFile(key: string): Promise<Release | undefined> {
  try {
    const flags = constants.O_CREAT | constants.O_RDWR | constants.O_NONBLOCK | openExclusively;
    const file = openSync(path.join(tmpdir(), `${key}.lock`), flags, 0o600);
    return async () => closeSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return undefined;
    throw error;
  }
}
