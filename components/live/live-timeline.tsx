"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { ConnectionNote } from "@/components/incident-timeline/connection-note";
import { NewEntryAnnouncer } from "@/components/incident-timeline/new-entry-announcer";
import { NoteForm } from "@/components/incident-timeline/note-form";
import { TimelineEntries } from "@/components/incident-timeline/timeline-entries";
import { UnsentList } from "@/components/incident-timeline/unsent-list";
import { Section } from "@/components/ui/section";
import type { TimelineEntry } from "@/lib/core/incident/entry";
import { isReferring, shownTimeline } from "@/lib/core/incident/timeline";
import type { Action } from "@/lib/web/action";
import type { Unsent } from "./outbox";
import { ServerClock } from "./server-clock";
import type { TimelinePage, TimelineState } from "./timeline-sync";
import { useFetched } from "./use-fetched";
import { useOutbox } from "./use-outbox";

type LiveTimelineProps = {
  incident: {
    id: string;
    /** Offsets count from here. */
    detectedAt: string;
    isOpen: boolean;
    duplicates: readonly { id: string; reference: string; title: string }[];
    /** The last entry that the page around this one was made of. */
    renderedSequence: number;
  };
  reader: { id: string; mayWrite: boolean };
  initial: TimelinePage;
  actions: { note: Action<unknown>; correct: Action<unknown>; pin: Action<unknown> };
};

const fetchSync = () => import("./timeline-sync").then(({ TimelineSync }) => TimelineSync);

/** A timeline that others write on at the same time: what they write appears, and what is typed here is never lost. */
export function LiveTimeline({ incident, reader, initial, actions }: LiveTimelineProps) {
  const kept = `readiness-timeline ${reader.id} ${incident.id}`;
  const { outbox, unsent } = useOutbox(`${kept} unsent`, (item) => actions.note(inputOf(incident.id, item)));
  const { fetched: Sync, hasFailed } = useFetched(fetchSync);
  const [synced, setSynced] = useState<TimelineState | null>(null);
  const [clock] = useState(() => new ServerClock());
  useEffect(() => clock.hear(initial.now), [clock, initial]);
  const { entries = initial.entries, connection = hasFailed ? "lost" : "connecting", ask } = synced ?? {};
  useRefreshOnEvents(entries, incident.renderedSequence);
  useEffect(() => {
    const known = new Set(entries.map(({ id }) => id));
    outbox.seen((id) => known.has(id));
  }, [entries, outbox]);
  const isBehind = connection !== "live" && unsent.some(({ recorded }) => recorded);
  const catchUp = useEffectEvent(() => ask?.());
  useEffect(() => {
    if (isBehind) catchUp();
  }, [isBehind]);
  const shown = shownTimeline(entries);
  return (
    <Section title="Timeline" count={shown.length} description={<ConnectionNote connection={connection} />}>
      {Sync && (
        <Sync incidentId={incident.id} initial={initial} clock={clock} connected={outbox.sendNow} onState={setSynced} />
      )}
      {reader.mayWrite && (
        <NoteForm keptAs={`${kept} draft`} isOpen={incident.isOpen} clock={clock} add={(item) => outbox.add(item)} />
      )}
      <UnsentList unsent={unsent} discard={(id) => outbox.discard(id)} />
      <TimelineEntries
        shown={shown}
        incident={incident}
        now={latest(initial.now, entries.at(-1)?.recordedAt)}
        actions={reader.mayWrite ? { correct: actions.correct, pin: actions.pin } : null}
      />
      <NewEntryAnnouncer entries={entries} readerId={reader.id} />
    </Section>
  );
}

/** Of two instants in UTC; what was written after the page was made did not happen in its future. */
const latest = (one: string, other = ""): string => (other > one ? other : one);

const inputOf = (incidentId: string, { entryId, kind, text, at, evidenceUrl }: Unsent) => ({
  incidentId,
  ...{ entryId, kind, text, at, evidenceUrl },
});

/** What only the timeline shows; all else changes what stands around it. */
const isOfTimelineAlone = ({ kind }: TimelineEntry): boolean => kind === "note" || isReferring(kind);

/** The rest of the page is the server's: it is fetched again once for all entries that have come by then. */
function useRefreshOnEvents(entries: readonly TimelineEntry[], renderedSequence: number) {
  const router = useRouter();
  const asked = useRef(renderedSequence);
  const last = entries.findLast((entry) => !isOfTimelineAlone(entry))?.sequence ?? 0;
  useEffect(() => {
    if (last <= Math.max(asked.current, renderedSequence)) return;
    asked.current = last;
    router.refresh();
  }, [last, renderedSequence, router]);
}
