import { SAFE_HEADERS } from "./problem";

/** `no-transform` and the header for nginx: whoever compressed or buffered a stream would hold its events back. */
export const STREAM_HEADERS = {
  ...SAFE_HEADERS,
  "cache-control": "no-store, no-transform",
  "content-type": "text/event-stream; charset=utf-8",
  "x-accel-buffering": "no",
};

/** One server-sent event. `data` is sent as JSON, which has no line breaks. */
export function eventFrame({ event, id, data }: { event: string; id?: number; data: unknown }): string {
  const place = id === undefined ? "" : `id: ${id}\n`;
  return `${place}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Texts as the body of an answer, sent as fast as the client takes them. A failure ends it: the client comes again. */
export function streamBody(texts: AsyncGenerator<string>, end: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next().catch(() => null);
      if (next && !next.done) return controller.enqueue(encoder.encode(next.value));
      end();
      controller.close();
    },
    cancel: end,
  });
}
