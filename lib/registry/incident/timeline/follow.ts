import type { Actor } from "@/lib/core/access";
import type { TimelineEntry } from "@/lib/core/incident/entry";
import { watchTimeline } from "./fan-out";
import { Inbox } from "./inbox";
import { type TimelinePage, timelineOf } from "./queries";

/** New entries in order; the database's clock where it was asked, which without entries is a sign of life. */
export type TimelineNews = { entries: TimelineEntry[]; now: string | null };

export type Following = {
  /** The sequence that the reader has. */
  after: number;
  /** Whether the reader still may: asked before anything is given out, from the second piece on. */
  stillReads: () => Promise<boolean>;
  signal: AbortSignal;
  /** How often there is a sign of life, and the database is asked although nothing was heard. */
  heartbeatMs: number;
};

/**
 * Follows a timeline: first what the reader lacks, then what is appended, each entry once and in order. It ends when the
 * signal says so and when the reader may read no more, and throws when the database cannot be asked. `not_found` at once
 * for another tenant's incident.
 */
export async function followTimeline(
  actor: Actor,
  incidentId: string,
  following: Following,
): Promise<AsyncGenerator<TimelineNews>> {
  const inbox = new Inbox(following.signal);
  // Before the first reading: what is appended after that is heard.
  const leave = watchTimeline({ tenantId: actor.tenantId, incidentId }, (entries) => inbox.put(entries));
  following.signal.addEventListener("abort", leave, { once: true });
  try {
    const first = await timelineOf(actor, incidentId, { after: following.after });
    return news(actor, incidentId, following, { first, inbox, leave });
  } catch (error) {
    leave();
    throw error;
  }
}

type Begun = { first: TimelinePage; inbox: Inbox; leave: () => void };

async function* news(
  actor: Actor,
  incidentId: string,
  { after, stillReads, signal, heartbeatMs }: Following,
  { first, inbox, leave }: Begun,
): AsyncGenerator<TimelineNews> {
  let position = Math.min(after, first.lastSequence);
  let { lastSequence } = first;
  let piece: TimelineNews = first;
  try {
    while (!signal.aborted) {
      position = piece.entries.at(-1)?.sequence ?? position;
      yield { entries: piece.entries, now: piece.now };
      if (position >= lastSequence) await inbox.somethingOr(heartbeatMs);
      if (signal.aborted || !(await stillReads())) return;
      const told = inbox.take(position);
      if (told.length > 0) {
        piece = { entries: told, now: null };
      } else {
        const page = await timelineOf(actor, incidentId, { after: position });
        lastSequence = page.lastSequence;
        piece = page;
      }
    }
  } finally {
    leave();
  }
}
