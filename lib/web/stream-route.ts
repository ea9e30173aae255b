import { z } from "zod";
import type { Actor } from "@/lib/core/access";
import { requirePermission } from "@/lib/registry/command";
import { type WatchingActor, watchingActor } from "./bearer";
import { type Endpoint, endpoint, SentStream } from "./endpoint";
import { STREAM_HEADERS, streamBody } from "./event-stream";
import { type OpenStream, openStream } from "./open-streams";
import { type Described, pathId, queryOf } from "./route";

/** The most that passes without a sign of life, after which proxies take a connection for dead. */
const HEARTBEAT_MS = 15_000;

type Streaming<Q extends z.ZodObject> = Omit<Described, "method"> & {
  query: Q;
  events: (
    actor: Actor,
    asked: {
      id: string;
      query: z.output<Q>;
      headers: Headers;
      heartbeatMs: number;
      signal: AbortSignal;
      stillReads: WatchingActor["stillReads"];
    },
  ) => Promise<AsyncGenerator<string>>;
};

/** The one way of a live read to HTTP: as `readRoute`, and then server-sent events for as long as the reader may read. */
export function streamRoute<Q extends z.ZodObject>({ events, query, ...described }: Streaming<Q>): Endpoint {
  const operation = {
    ...described,
    method: "GET" as const,
    query,
    answer: z.string(),
    answerType: "text/event-stream",
    answerStatus: 200 as const,
    permissions: ["read" as const],
  };
  return endpoint(operation, async (request, params, setTenant) => {
    const { actor, stillReads } = await watchingActor(request.headers);
    setTenant(actor.tenantId);
    const id = pathId(params);
    requirePermission(actor, "read");
    const asked = queryOf(request, query) as z.output<Q>;
    const place = openStream(request.signal);
    const { headers } = request;
    const opened = events(actor, {
      id,
      query: asked,
      headers,
      heartbeatMs: HEARTBEAT_MS,
      signal: place.signal,
      stillReads,
    });
    return { status: 200, body: await bodyOf(opened, place, request.method) };
  });
}

async function bodyOf(opened: Promise<AsyncGenerator<string>>, { end }: OpenStream, method: string) {
  try {
    const texts = await opened;
    // Next answers HEAD by this handler and takes nothing of the body.
    if (method === "HEAD") end();
    return new SentStream(method === "HEAD" ? null : streamBody(texts, end), STREAM_HEADERS);
  } catch (error) {
    end();
    throw error;
  }
}
