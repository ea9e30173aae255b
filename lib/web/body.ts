import { pipeline, Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { invalid, isDomainError } from "@/lib/core/errors";
import { parseStrictJson } from "@/lib/core/json/strict";
import { HttpError } from "./http-error";

/** Below the 10 MB at which Next cuts a body off that passes its proxy: a cut body must not be read as a whole one. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;
/** Results of a hundred thousand tests. The API's addresses do not pass the proxy, so that Next cuts nothing off. */
export const MAX_RESULTS_BYTES = 32 * 1024 * 1024;

const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;
const DECODERS: Record<string, () => Transform> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The body as strict JSON. Throws 415, 413 (as sent and as decompressed, before it is buffered) or `invalid`. */
export async function readJsonBody(request: Request, maxBytes = MAX_BODY_BYTES): Promise<unknown> {
  requireJsonType(request);
  return parse(await readBytes(request, maxBytes), maxBytes);
}

/** As `readJsonBody`, for a request that needs no body: none, or an empty one, is `{}`. */
export async function readOptionalJsonBody(request: Request, maxBytes = MAX_BODY_BYTES): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes);
  if (bytes.length === 0) return {};
  requireJsonType(request);
  return parse(bytes, maxBytes);
}

/** The very bytes that were sent, for whoever has to verify a signature over them. Compressed ones are refused. */
export async function readSentBytes(request: Request, maxBytes: number): Promise<Buffer> {
  if (decoderOf(request)) throw new HttpError(415, "unsupported_media_type", "Send the body without compression.");
  return readBytes(request, maxBytes);
}

/** Bytes that were read before as strict JSON, of the content type that their request names. */
export function jsonOfBytes(request: Request, bytes: Buffer, maxBytes: number): unknown {
  requireJsonType(request);
  return parse(bytes, maxBytes);
}

function requireJsonType(request: Request): void {
  const type = request.headers.get("content-type") ?? "";
  if (JSON_TYPE.test(type)) return;
  throw new HttpError(415, "unsupported_media_type", "Send the body as application/json in UTF-8.");
}

function parse(bytes: Buffer, maxBytes: number): unknown {
  return parseStrictJson(decodeUtf8(bytes), "body", { maxBytes });
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw invalid("", "body: is not valid UTF-8");
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  const decoder = decoderOf(request);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const { body } = request;
  if (!body) return Buffer.alloc(0);
  const sent = Readable.from(capped(body, maxBytes));
  // The pipeline passes an error of either end on to the decoder, from which it is read below.
  const stream = decoder ? pipeline(sent, decoder, () => {}) : sent;
  try {
    return await collect(stream, maxBytes);
  } catch (error) {
    if (error instanceof HttpError || isDomainError(error)) throw error;
    throw invalid("", "body: could not be read to its end, or is not compressed as its content-encoding says");
  } finally {
    stream.destroy();
  }
}

function decoderOf(request: Request): Transform | null {
  const encoding = (request.headers.get("content-encoding") ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return null;
  const make = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (!make)
    throw new HttpError(415, "unsupported_media_type", "Compress the body with gzip, deflate, br or not at all.");
  return make();
}

/** Counts what comes over the wire: compressed nothing can be endless too. */
async function* capped(body: ReadableStream<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      yield part.value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function collect(stream: Readable, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const tooLarge = (maxBytes: number) =>
  new HttpError(413, "too_large", `The body is larger than ${maxBytes} bytes, which is the most that is accepted.`);
