import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { MAX_BODY_BYTES, readJsonBody, readOptionalJsonBody } from "./body";

const LIMIT = 64 * 1024;

function request(body: BodyInit | null, headers: Record<string, string> = {}): Request {
  const sent = { "content-type": "application/json", ...headers };
  return new Request("http://readiness.test", { method: "POST", headers: sent, body, duplex: "half" } as RequestInit);
}

/** A body without an end, that counts how much of it was taken. */
function endless(chunk: Uint8Array): {
  body: ReadableStream<Uint8Array>;
  taken: () => number;
  cancelled: () => boolean;
} {
  let taken = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        taken += chunk.byteLength;
        controller.enqueue(chunk);
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken: () => taken, cancelled: () => cancelled };
}

const tooLarge = { status: 413, code: "too_large" };
const asBody = (bytes: Buffer) => new Uint8Array(bytes);

describe("a body that is too large", () => {
  it("is refused by its declared length before one byte of it is read", async () => {
    const { body, taken } = endless(new Uint8Array(1024));
    const declared = request(body, { "content-length": String(MAX_BODY_BYTES + 1) });
    await expect(readJsonBody(declared)).rejects.toMatchObject(tooLarge);
    expect(taken()).toBe(0);
  });

  it("is refused while it streams, whatever length it claims, and is read no further", async () => {
    for (const claim of ["", "10", "nonsense"]) {
      const headers = { "content-length": claim };
      const { body, taken, cancelled } = endless(new Uint8Array(1024).fill(0x20));
      await expect(readJsonBody(request(body, headers), LIMIT)).rejects.toMatchObject(tooLarge);
      expect(taken()).toBeLessThan(LIMIT * 2);
      expect(cancelled()).toBe(true);
    }
  });

  const bombs: [string, Buffer][] = [
    ["gzip", gzipSync(Buffer.alloc(LIMIT * 100))],
    ["deflate", deflateSync(Buffer.alloc(LIMIT * 100))],
    ["br", brotliCompressSync(Buffer.alloc(LIMIT * 100))],
  ];
  it.each(bombs)("is refused after decompression: %s", async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(LIMIT);
    const compressed = request(asBody(bomb), { "content-encoding": encoding });
    await expect(readJsonBody(compressed, LIMIT)).rejects.toMatchObject(tooLarge);
  });

  it("is refused when it is compressed nothing without end", async () => {
    const { body, taken } = endless(asBody(gzipSync("")));
    await expect(readJsonBody(request(body, { "content-encoding": "gzip" }), LIMIT)).rejects.toMatchObject(tooLarge);
    expect(taken()).toBeLessThan(LIMIT * 2);
  });
});

describe("a compressed body", () => {
  const text = JSON.stringify({ note: "ž".repeat(1000) });
  const forms: [string, Buffer][] = [
    ["gzip", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["br", brotliCompressSync(text)],
    ["GZIP", gzipSync(text)],
    ["identity", Buffer.from(text)],
  ];
  it.each(forms)("is read as %s", async (encoding, bytes) => {
    const read = await readJsonBody(request(asBody(bytes), { "content-encoding": encoding }));
    expect(read).toEqual(JSON.parse(text));
  });

  it.each(["gzip", "deflate", "br"])("that is no %s is invalid, also when it is cut off", async (encoding) => {
    const plain = request(text, { "content-encoding": encoding });
    await expect(readJsonBody(plain)).rejects.toMatchObject({ code: "invalid" });
    const whole = forms.find(([name]) => name === encoding)?.[1] ?? Buffer.alloc(0);
    const cut = request(asBody(whole.subarray(0, whole.length - 4)), { "content-encoding": encoding });
    await expect(readJsonBody(cut)).rejects.toMatchObject({ code: "invalid" });
  });

  it.each(["zstd", "gzip, gzip", "x-gzip", "__proto__"])("in %s is a 415", async (encoding) => {
    const unknown = request(text, { "content-encoding": encoding });
    await expect(readJsonBody(unknown)).rejects.toMatchObject({ status: 415 });
  });
});

it("a sender who stops half-way is invalid, not an unknown error", async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"a":'));
      controller.error(new Error("socket hang up"));
    },
  });
  await expect(readJsonBody(request(body))).rejects.toMatchObject({ code: "invalid" });
});

it("where no body is needed, none and an empty one are {}, and any other is read as strictly", async () => {
  expect(await readOptionalJsonBody(request(null))).toEqual({});
  expect(await readOptionalJsonBody(request("", { "content-type": "text/plain" }))).toEqual({});
  expect(await readOptionalJsonBody(request('{"a":1}'))).toEqual({ a: 1 });
  await expect(readOptionalJsonBody(request("a=1", { "content-type": "text/plain" }))).rejects.toMatchObject({
    status: 415,
  });
});
