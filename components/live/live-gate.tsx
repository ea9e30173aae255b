"use client";

import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { GateRefused, gateQuery, type LiveGate } from "./gate-query";
import { useNow } from "./use-now";

/** `signed-out`: the session has ended. `unreachable`: no answer, for whatever reason. */
export type Disconnection = "signed-out" | "unreachable";
export type GateState = {
  gate: LiveGate;
  disconnection: Disconnection | null;
  /** Since the last answer; null until the page is alive. */
  ageMs: number | null;
  /** Too old to be shown as the answer. */
  isStale: boolean;
};

const STALE_MS = 60_000;
const TICK_MS = 5_000;

const State = createContext<GateState | null>(null);

export function useGate(): GateState {
  const state = useContext(State);
  if (!state) throw new Error("useGate needs a LiveGateProvider above it");
  return state;
}

type LiveGateProviderProps = { releaseId: string; initial: LiveGate; children: ReactNode };

/** Keeps the verdict of one release current for everything inside, from the one that the server rendered. */
export function LiveGateProvider(props: LiveGateProviderProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Poller {...props} />
    </QueryClientProvider>
  );
}

function Poller({ releaseId, initial, children }: LiveGateProviderProps) {
  const client = useQueryClient();
  const query = useQuery(gateQuery(releaseId, initial));
  const now = useNow(TICK_MS);
  // A server render after an action is newer than the last poll.
  useEffect(() => {
    client.setQueryData<LiveGate>(gateQuery(releaseId, initial).queryKey, (known) =>
      known && known.evaluatedAt >= initial.evaluatedAt ? known : initial,
    );
  }, [client, releaseId, initial]);
  useRefreshOnChange(query.data, initial);
  const ageMs = now === null ? null : Math.max(0, now - query.dataUpdatedAt);
  const state: GateState = {
    gate: query.data,
    disconnection: disconnectionOf(query.error),
    ageMs,
    isStale: ageMs !== null && ageMs > STALE_MS,
  };
  return <State value={state}>{children}</State>;
}

function disconnectionOf(error: Error | null): Disconnection | null {
  if (!error) return null;
  return error instanceof GateRefused && error.status === 401 ? "signed-out" : "unreachable";
}

/** Outcomes as well: the clock alone opens a window or ends a freeze, on the same facts. */
const keyOf = ({ verdict: { verdict, checks, factsDigest, policyDigest } }: LiveGate) =>
  `${verdict} ${factsDigest} ${policyDigest} ${checks.map(({ outcome }) => outcome).join()}`;

/** The rest of the page is the server's: it is fetched again once for each change that a poll brings. */
function useRefreshOnChange(polled: LiveGate, rendered: LiveGate) {
  const router = useRouter();
  const handled = useRef(keyOf(rendered));
  useEffect(() => {
    const key = keyOf(polled);
    if (polled.evaluatedAt <= rendered.evaluatedAt || key === keyOf(rendered)) {
      handled.current = keyOf(rendered);
      return;
    }
    if (handled.current === key) return;
    handled.current = key;
    router.refresh();
  }, [polled, rendered, router]);
}
