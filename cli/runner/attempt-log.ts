import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir, open, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { finished } from "node:stream/promises";
import type { Io } from "../io";

const TAIL_BYTES = 4096;

/** A log file that a command writes to. What cannot be written is told at the end, not thrown meanwhile. */
export class AttemptLog {
  readonly #ended: Promise<void>;
  #fault: string | null = null;

  private constructor(
    readonly path: string,
    readonly stream: WriteStream,
  ) {
    this.#ended = finished(stream).catch((error: Error & { code?: string }) => {
      this.#fault = `${path}: cannot be written (${error.code ?? error.name})`;
    });
  }

  /** Opened to append: some programs open their own output a second time, and must not write over what is there. */
  static async open(io: Io, path: string): Promise<AttemptLog> {
    const absolute = resolve(io.cwd, path);
    await mkdir(dirname(absolute), { recursive: true });
    await writeFile(absolute, "");
    const log = new AttemptLog(path, createWriteStream(absolute, { flags: "a" }));
    await once(log.stream, "open");
    return log;
  }

  /** Why the log is not whole, or null. */
  async close(): Promise<string | null> {
    this.stream.end();
    await this.#ended;
    return this.#fault;
  }
}

/** The last lines of a log; none when it cannot be read. */
export async function lastLines(io: Io, path: string, most: number): Promise<string[]> {
  try {
    const file = await open(resolve(io.cwd, path));
    try {
      const { size } = await file.stat();
      const length = Math.min(size, TAIL_BYTES);
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
      const lines = buffer.toString("utf8").split(/\r\n|\r|\n/);
      const whole = size > length ? lines.slice(1) : lines;
      return whole.filter((line) => line.trim() !== "").slice(-most);
    } finally {
      await file.close();
    }
  } catch {
    return [];
  }
}
