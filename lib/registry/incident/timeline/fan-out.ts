import { z } from "zod";
import { transaction } from "@/db/client";
import { Listener } from "@/db/listen";
import type { TimelineEntry } from "@/lib/core/incident/entry";
import { log } from "@/lib/observability/log";
import { loggable } from "@/lib/observability/loggable";
import { TIMELINE_CHANNEL } from "../append-entry";
import { entriesAfter } from "./entries";
import { LARGEST_TIMELINE_PAGE } from "./queries";

export type WatchedTimeline = { tenantId: string; incidentId: string };
/** Called with new entries, or with none where it has to look for itself. */
type Watcher = (entries: TimelineEntry[]) => void;
/** One timeline that somebody watches in this process. */
type Feed = WatchedTimeline & {
  watchers: Set<Watcher>;
  /** The last sequence that was handed out; null until the first one is heard of. */
  last: number | null;
  reading: boolean;
  /** Asked for again while it was being read. */
  again: boolean;
};

const heard = z.object({ tenantId: z.uuid(), incidentId: z.uuid(), sequence: z.int() });
const keyOf = ({ tenantId, incidentId }: WatchedTimeline) => `${tenantId} ${incidentId}`;

/** Hears once for the whole process that timelines grow, reads what is new once, and hands it to all who watch. */
class FanOut {
  private readonly feeds = new Map<string, Feed>();
  private readonly listener = new Listener(TIMELINE_CHANNEL);
  private unsubscribe: (() => void) | null = null;

  watch(timeline: WatchedTimeline, watcher: Watcher): () => void {
    const key = keyOf(timeline);
    const feed = this.feeds.get(key) ?? { ...timeline, watchers: new Set(), last: null, reading: false, again: false };
    this.feeds.set(key, feed);
    feed.watchers.add(watcher);
    this.unsubscribe ??= this.listener.subscribe({
      hear: (payload) => this.hear(payload),
      heal: () => {
        for (const each of this.feeds.values()) tell(each, []);
      },
    });
    return () => this.leave(key, watcher);
  }

  private leave(key: string, watcher: Watcher): void {
    const feed = this.feeds.get(key);
    feed?.watchers.delete(watcher);
    if (feed?.watchers.size === 0) this.feeds.delete(key);
    if (this.feeds.size > 0) return;
    this.unsubscribe?.();
    this.unsubscribe = null;
  }

  private hear(payload: string): void {
    const { success, data } = heard.safeParse(parsedJson(payload));
    const feed = success ? this.feeds.get(keyOf(data)) : undefined;
    if (!feed || !data) return;
    feed.last ??= data.sequence - 1;
    if (data.sequence > feed.last) void this.pass(feed);
  }

  /** Hands out what is new, one reading at a time. */
  private async pass(feed: Feed): Promise<void> {
    feed.again = true;
    if (feed.reading) return;
    feed.reading = true;
    try {
      while (feed.again && feed.watchers.size > 0) {
        feed.again = false;
        const entries = await readAfter(feed);
        feed.last = entries.at(-1)?.sequence ?? feed.last;
        feed.again ||= entries.length === LARGEST_TIMELINE_PAGE;
        tell(feed, entries);
      }
    } catch (error) {
      log.warn({ component: "timeline", error: loggable(error) }, "a timeline could not be read");
      tell(feed, []);
    } finally {
      feed.reading = false;
    }
  }
}

function tell({ watchers }: Feed, entries: TimelineEntry[]): void {
  for (const watcher of [...watchers]) watcher(entries);
}

/** Whoever watches was found to be a reader of this tenant, and is asked again before anything is given to them. */
const readAfter = ({ tenantId, incidentId, last }: Feed) =>
  transaction({ tenantId }, (tx) =>
    entriesAfter(tx, { tenantId, incidentId, after: last ?? 0, limit: LARGEST_TIMELINE_PAGE }),
  );

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// On the process: its bundles may each hold a copy of this module.
const store = globalThis as typeof globalThis & { readinessTimelines?: FanOut };

/**
 * Calls `watcher` with entries that are appended to a timeline from now on, in order, until the returned function is
 * called. It goes by their sequence: some may come that it has already, and after trouble it is called with none.
 */
export function watchTimeline(timeline: WatchedTimeline, watcher: Watcher): () => void {
  store.readinessTimelines ??= new FanOut();
  return store.readinessTimelines.watch(timeline, watcher);
}
