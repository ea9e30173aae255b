"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import type { LiveGate } from "./gate-query";
import type { Disconnection, Polled } from "./polled-gate";
import { useFetched } from "./use-fetched";
import { useNow } from "./use-now";

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

const fetchPoller = () => import("./gate-poller").then(({ GatePoller }) => GatePoller);

/** Keeps the verdict of one release current for everything inside, from the one that the server rendered. */
export function LiveGateProvider({ releaseId, initial, children }: LiveGateProviderProps) {
  const { fetched: Poller, hasFailed } = useFetched(fetchPoller);
  const [polled, setPolled] = useState<Polled | null>(null);
  const now = useNow(TICK_MS);
  const [begunAt] = useState(() => Date.now());
  const gate = polled && polled.gate.evaluatedAt >= initial.evaluatedAt ? polled.gate : initial;
  useRefreshOnChange(gate, initial);
  const ageMs = now === null ? null : Math.max(0, now - (polled?.at ?? begunAt));
  const state: GateState = {
    gate,
    disconnection: hasFailed ? "unreachable" : (polled?.disconnection ?? null),
    ageMs,
    isStale: ageMs !== null && ageMs > STALE_MS,
  };
  return (
    <State value={state}>
      {Poller && <Poller releaseId={releaseId} initial={initial} onPoll={setPolled} />}
      {children}
    </State>
  );
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
