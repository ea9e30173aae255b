import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { TimelineEntry } from "@/lib/core/incident/entry";
import { completeThrough, mergeEntries } from "@/lib/core/incident/timeline";

/** The server answered, but not with entries. */
export class TimelineRefused extends Error {
  constructor(readonly status: number) {
    super(`the timeline answered ${status}`);
  }
}

type Page = { entries: TimelineEntry[]; lastSequence: number };

export const timelineKey = (incidentId: string) => ["timeline", incidentId];

/**
 * Entries of one timeline by sequence. Whatever brings some, from the page, the stream or by asking, adds to those that
 * are there: none is lost and none double. Asking goes on from the last one before a gap.
 */
export function timelineQuery(client: QueryClient, incidentId: string, initial: TimelineEntry[]) {
  const queryKey = timelineKey(incidentId);
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => lacking(incidentId, client.getQueryData<TimelineEntry[]>(queryKey) ?? [], signal),
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: (known, more) => added(known as TimelineEntry[] | undefined, more as TimelineEntry[]),
    refetchOnWindowFocus: false,
    // The next time of asking is the retry; and being offline has to show as a failure, not as a pause.
    retry: false,
    networkMode: "always",
  });
}

/** The same array where nothing is new, so that nothing is drawn again. */
function added(known: TimelineEntry[] = [], more: TimelineEntry[]): TimelineEntry[] {
  const had = new Set(known.map(({ sequence }) => sequence));
  const fresh = more.filter(({ sequence }) => !had.has(sequence));
  return fresh.length > 0 ? mergeEntries(known, fresh) : known;
}

async function lacking(incidentId: string, known: TimelineEntry[], signal: AbortSignal): Promise<TimelineEntry[]> {
  let entries = known;
  for (;;) {
    const after = completeThrough(entries);
    const page = await fetchPage(incidentId, after, signal);
    entries = mergeEntries(entries, page.entries);
    if (page.entries.length === 0 || completeThrough(entries) >= page.lastSequence) return entries;
  }
}

async function fetchPage(incidentId: string, after: number, signal: AbortSignal): Promise<Page> {
  const response = await fetch(`/api/v1/incidents/${incidentId}/entries?after=${after}`, {
    headers: { accept: "application/json" },
    cache: "no-store",
    signal,
  });
  if (!response.ok) throw new TimelineRefused(response.status);
  return (await response.json()) as Page;
}
