"use client";

import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import type { ShownEntry } from "@/lib/core/incident/timeline";
import { filteredEntries } from "./entry-filter";
import { EntryLine, type EntryLineProps } from "./entry-line";
import { showAllKinds, TimelineFilter, useTimelineFilter } from "./timeline-filter";

type TimelineEntriesProps = Omit<EntryLineProps, "shown" | "incident"> & {
  shown: readonly ShownEntry[];
  incident: EntryLineProps["incident"] & { duplicates: readonly { id: string; reference: string; title: string }[] };
};

/** What is pinned, and below it everything, the latest first. */
export function TimelineEntries({ shown, incident, ...line }: TimelineEntriesProps) {
  const filter = useTimelineFilter();
  const { part, words } = filter;
  const pinned = shown.filter((each) => each.pinned);
  const found = filteredEntries(shown, part, words);
  return (
    <>
      {pinned.length > 0 && part !== "pinned" && (
        <>
          <h3 className="font-medium text-sm">Pinned</h3>
          <Entries label="Pinned entries" entries={pinned} incident={incident} {...line} />
        </>
      )}
      <TimelineFilter {...filter} />
      {found.length > 0 ? (
        <Entries label="Entries, the latest first" entries={found.toReversed()} incident={incident} {...line} />
      ) : (
        <p className="mb-4 border-y py-3 text-muted">
          No entry fits.{" "}
          <Button
            size="sm"
            onClick={() => {
              filter.seek("");
              showAllKinds();
            }}
          >
            Show everything
          </Button>
        </p>
      )}
      <Duplicates duplicates={incident.duplicates} />
    </>
  );
}

type EntriesProps = Omit<EntryLineProps, "shown"> & { label: string; entries: readonly ShownEntry[] };

function Entries({ label, entries, ...line }: EntriesProps) {
  return (
    <ol aria-label={label} reversed className="mb-4 divide-y border-y">
      {entries.map((each) => (
        <EntryLine key={each.entry.id} shown={each} {...line} />
      ))}
    </ol>
  );
}

/** Each keeps the timeline that it had before it was merged. */
function Duplicates({ duplicates }: { duplicates: TimelineEntriesProps["incident"]["duplicates"] }) {
  if (duplicates.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-sm">
      <span className="text-muted">Earlier timelines of duplicates:</span>
      {duplicates.map(({ id, reference, title }) => (
        <TextLink key={id} href={`/incidents/${id}#timeline`}>
          {reference} {title}
        </TextLink>
      ))}
    </p>
  );
}
