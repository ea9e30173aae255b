import { queryOptions } from "@tanstack/react-query";
import type { Verdict } from "@/lib/core/gate/verdict";

export type LiveGate = { verdict: Verdict; evaluatedAt: string };

const POLL_MS = 10_000;

/** The server answered, but not with a verdict. */
export class GateRefused extends Error {
  constructor(readonly status: number) {
    super(`the gate answered ${status}`);
  }
}

async function fetchGate(releaseId: string, signal: AbortSignal): Promise<LiveGate> {
  const response = await fetch(`/api/v1/releases/${releaseId}/gate`, {
    headers: { accept: "application/json" },
    cache: "no-store",
    signal,
  });
  if (!response.ok) throw new GateRefused(response.status);
  return (await response.json()) as LiveGate;
}

/** The live verdict of one release, asked for again every ten seconds while the page is looked at. */
export function gateQuery(releaseId: string, initial: LiveGate) {
  return queryOptions({
    queryKey: ["gate", releaseId],
    queryFn: ({ signal }) => fetchGate(releaseId, signal),
    initialData: initial,
    staleTime: POLL_MS,
    refetchInterval: POLL_MS,
    refetchOnWindowFocus: true,
    // The next poll is the retry; and being offline has to show as a failure, not as a pause.
    retry: false,
    networkMode: "always",
  });
}
