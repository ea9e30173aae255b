import { DomainError } from "@/lib/core/errors";

/** Each holds a connection and is asked every few seconds whether its reader still may read. */
export const MOST_STREAMS = 500;
/** After this time the client comes again, with the cookie or token that it has by then. */
const LONGEST_MS = 5 * 60_000;

// On the process: its bundles may each hold a copy of this module.
const store = globalThis as typeof globalThis & { readinessStreams?: Streams };
type Streams = { open: Set<AbortController>; isStopping: boolean };

function streamsOfProcess(): Streams {
  store.readinessStreams ??= { open: new Set(), isStopping: false };
  return store.readinessStreams;
}

export type OpenStream = { signal: AbortSignal; end: () => void };

/** A place among the streams of this process, given back by `end`; `unavailable` where there is none. */
export function openStream(client: AbortSignal): OpenStream {
  const { open: streams, isStopping } = streamsOfProcess();
  if (isStopping) throw new DomainError("unavailable", "This server is stopping. Try again in a moment.");
  if (streams.size >= MOST_STREAMS)
    throw new DomainError("unavailable", "Too many pages follow this server live. Try again in a moment.");
  const controller = new AbortController();
  const timer = setTimeout(() => end(), LONGEST_MS);
  timer.unref();
  const end = () => {
    clearTimeout(timer);
    client.removeEventListener("abort", end);
    streams.delete(controller);
    controller.abort();
  };
  streams.add(controller);
  if (client.aborted) end();
  else client.addEventListener("abort", end, { once: true });
  return { signal: controller.signal, end };
}

/** Ends all streams when the server is told to stop: it waits for open answers, and these have no end of their own. */
export function endStreamsAtShutdown(): void {
  process.once("SIGTERM", endStreams);
  process.once("SIGINT", endStreams);
}

function endStreams(): void {
  const streams = streamsOfProcess();
  streams.isStopping = true;
  for (const controller of streams.open) controller.abort();
}
