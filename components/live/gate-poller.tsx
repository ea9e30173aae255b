"use client";

import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { GateRefused, gateQuery, type LiveGate } from "./gate-query";
import type { Disconnection, Polled } from "./polled-gate";

type GatePollerProps = { releaseId: string; initial: LiveGate; onPoll: (polled: Polled) => void };

/** Asks for the verdict again and again, and tells each answer. */
export function GatePoller(props: GatePollerProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Poller {...props} />
    </QueryClientProvider>
  );
}

function Poller({ releaseId, initial, onPoll }: GatePollerProps) {
  const client = useQueryClient();
  const { data: gate, error, dataUpdatedAt: at } = useQuery(gateQuery(releaseId, initial));
  // A server render after an action is newer than the last poll.
  useEffect(() => {
    client.setQueryData<LiveGate>(gateQuery(releaseId, initial).queryKey, (known) =>
      known && known.evaluatedAt >= initial.evaluatedAt ? known : initial,
    );
  }, [client, releaseId, initial]);
  const tell = useEffectEvent(onPoll);
  useEffect(() => tell({ gate, at, disconnection: disconnectionOf(error) }), [gate, at, error]);
  return null;
}

function disconnectionOf(error: Error | null): Disconnection | null {
  if (!error) return null;
  return error instanceof GateRefused && error.status === 401 ? "signed-out" : "unreachable";
}
