import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { badInput } from "../exit";
import { unreadable } from "../files/read";
import type { Io } from "../io";
import { bomEncoding } from "./head";

export const MAX_REPORT_BYTES = 200 * 1024 * 1024;

/**
 * The text of a report, piece by piece: UTF-8, or UTF-16 with a byte order mark as PowerShell writes it. Bad input,
 * naming the file, when it cannot be read, is of another encoding or is larger than `maxBytes`.
 */
export async function* readTextStream(io: Io, path: string, maxBytes = MAX_REPORT_BYTES): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let bytes = 0;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? (decoder?.decode(chunk, { stream: true }) ?? "") : (decoder?.decode() ?? "");
    } catch {
      throw badInput(`${path}: is not UTF-8; other encodings are not accepted`);
    }
  };
  for await (const chunk of fileChunks(io, path)) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw badInput(`${path}: is larger than ${maxBytes} bytes`);
    decoder ??= new TextDecoder(bomEncoding(chunk) ?? "utf-8", { fatal: true });
    yield decode(chunk);
  }
  yield decode();
}

/** The same text by lines, without their ends. A line longer than `maxCharacters` is bad input. */
export async function* readLines(
  io: Io,
  path: string,
  { maxBytes = MAX_REPORT_BYTES, maxCharacters = 1024 * 1024 } = {},
): AsyncGenerator<string> {
  let rest = "";
  for await (const text of readTextStream(io, path, maxBytes)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
    if (rest.length > maxCharacters) throw badInput(`${path}: a line is longer than ${maxCharacters} characters`);
  }
  if (rest !== "") yield rest;
}

async function* fileChunks(io: Io, path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(resolve(io.cwd, path))) yield chunk;
  } catch (error) {
    throw unreadable(error, path);
  }
}
