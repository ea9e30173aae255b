import { AsyncLocalStorage } from "node:async_hooks";

/** A span's place in its trace (W3C Trace Context): 32 and 16 hexadecimal digits. */
export type SpanContext = { traceId: string; spanId: string };

const current = new AsyncLocalStorage<SpanContext>();
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;

/** The span in which the running code is. */
export const currentSpan = (): SpanContext | undefined => current.getStore();

export const runIn = <T>(context: SpanContext, run: () => T): T => current.run(context, run);

/** A new span's place: below its parent, or at the root of a trace of its own. */
export function newSpan(parent: SpanContext | null): SpanContext {
  const hex = (bytes: number) => Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString("hex");
  return { traceId: parent?.traceId ?? hex(16), spanId: hex(8) };
}

/** Null for what is no traceparent: whoever started the pipeline did not trace it. */
export function readTraceparent(text: string | undefined): SpanContext | null {
  const [, traceId, spanId] = TRACEPARENT.exec(text?.trim().toLowerCase() ?? "") ?? [];
  return traceId && spanId ? { traceId, spanId } : null;
}

export const traceparentOf = ({ traceId, spanId }: SpanContext): string => `00-${traceId}-${spanId}-01`;

/** Headers that make what the server does a part of this trace; none outside of a span. */
export function tracingHeaders(): Record<string, string> {
  const context = currentSpan();
  if (!context) return {};
  return { traceparent: traceparentOf(context), "x-trace-id": context.traceId, "x-span-id": context.spanId };
}
