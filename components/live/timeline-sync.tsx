"use client";

import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import type { TimelineEntry } from "@/lib/core/incident/entry";
import { completeThrough } from "@/lib/core/incident/timeline";
import type { ServerClock } from "./server-clock";
import { TimelineRefused, timelineKey, timelineQuery } from "./timeline-query";
import { type StreamState, TimelineStream } from "./timeline-stream";

export type TimelinePage = { entries: TimelineEntry[]; now: string };
/** `signed-out`: the session has ended. */
export type Connection = StreamState | "signed-out";
/** All entries that are known, whether more still arrive, and a way to ask for them. */
export type TimelineState = { entries: TimelineEntry[]; connection: Connection; ask: () => void };

const ASK_MS = 5_000;

type TimelineSyncProps = {
  incidentId: string;
  initial: TimelinePage;
  clock: ServerClock;
  /** Called whenever the stream is there again. */
  connected: () => void;
  onState: (state: TimelineState) => void;
};

/** Tells all entries of a timeline, as they are written, and whether they still arrive. */
export function TimelineSync(props: TimelineSyncProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Sync {...props} />
    </QueryClientProvider>
  );
}

function Sync({ incidentId, initial, clock, connected, onState }: TimelineSyncProps) {
  const client = useQueryClient();
  const queryKey = timelineKey(incidentId);
  const state = useStream(incidentId, {
    position: () => completeThrough(client.getQueryData(queryKey) ?? []),
    entry: (entry) => client.setQueryData(queryKey, [entry]),
    beat: (now) => clock.hear(now),
    became(state) {
      if (state === "live") connected();
      if (state === "lost") void client.refetchQueries({ queryKey });
    },
  });
  // Where no stream can be had, asking is the way; and it says whether the session has ended.
  const query = useQuery({
    ...timelineQuery(client, incidentId, initial.entries),
    refetchInterval: state === "lost" ? ASK_MS : false,
  });
  useEffect(() => {
    client.setQueryData(timelineKey(incidentId), initial.entries);
  }, [client, incidentId, initial]);
  const isSignedOut = query.error instanceof TimelineRefused && query.error.status === 401;
  const connection: Connection = state === "lost" && isSignedOut ? "signed-out" : state;
  const { data: entries, refetch } = query;
  const tell = useEffectEvent(onState);
  useEffect(() => tell({ entries, connection, ask: () => void refetch() }), [entries, connection, refetch]);
  return null;
}

type Hearing = {
  position: () => number;
  entry: (entry: TimelineEntry) => void;
  beat: (now: string) => void;
  became: (state: StreamState) => void;
};

/** The stream while the page is looked at: a browser has few connections to one server, for all of its pages together. */
function useStream(incidentId: string, hearing: Hearing) {
  const [state, setState] = useState<StreamState>("connecting");
  const position = useEffectEvent(() => hearing.position());
  const entry = useEffectEvent((each: TimelineEntry) => hearing.entry(each));
  const beat = useEffectEvent((now: string) => hearing.beat(now));
  const became = useEffectEvent((next: StreamState) => {
    if (next === state) return;
    setState(next);
    hearing.became(next);
  });
  useEffect(() => {
    const reader = { position, entry, beat, state: became };
    const stream = new TimelineStream(`/api/v1/incidents/${incidentId}/stream`, reader);
    const look = () => (document.visibilityState === "visible" ? stream.open() : stream.close());
    look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", stream.open);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", stream.open);
      stream.close();
    };
  }, [incidentId]);
  return state;
}
