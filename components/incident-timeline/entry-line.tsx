import { Pin } from "lucide-react";
import { Instant } from "@/components/time/instant";
import { cn } from "@/components/ui/cn";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import { timelineOffset } from "@/lib/core/incident/entry";
import { isTyped, type ShownEntry } from "@/lib/core/incident/timeline";
import { EntryActions, type EntryCommands } from "./entry-actions";
import { entryLinks } from "./entry-links";
import { ENTRY_WORDS } from "./entry-words";

export type EntryLineProps = {
  shown: ShownEntry;
  incident: { id: string; detectedAt: string };
  now: string;
  /** Null: the reader may not write here. */
  actions: EntryCommands | null;
};

/** Below this an entry counts as written when it happened. */
const LATE_MS = 60_000;

/** One entry: when, what, by whom, what it rests on and what it was before. */
export function EntryLine({ shown, incident, now, actions }: EntryLineProps) {
  const { entry, text, pinned } = shown;
  const { label, icon: Icon } = ENTRY_WORDS[entry.kind];
  const offset = timelineOffset(new Date(entry.at), new Date(incident.detectedAt));
  return (
    <li
      data-sequence={entry.sequence}
      className="grid grid-cols-[3.75rem_minmax(0,1fr)] gap-x-3 py-2 print:grid-cols-[12rem_minmax(0,1fr)]"
    >
      <Instant at={entry.at} now={now} text={offset} className="justify-self-start font-medium tabular-nums" />
      <div className="flex min-w-0 flex-wrap items-start justify-between gap-x-3">
        <div className="min-w-0 flex-1 basis-56">
          <p className={cn("whitespace-pre-line [overflow-wrap:anywhere]", !isTyped(entry.kind) && "text-muted")}>
            <span className="me-1.5 inline-flex items-center gap-1 align-bottom text-muted text-sm">
              <Icon aria-hidden className="size-3.5" />
              <span className={entry.kind === "note" ? "sr-only" : undefined}>{label}</span>
              {pinned && <Pin aria-label="pinned" role="img" className="size-3.5 text-accent" />}
            </span>
            {text}
          </p>
          <Source shown={shown} now={now} />
        </div>
        {actions && <EntryActions shown={shown} incidentId={incident.id} actions={actions} offset={offset} />}
      </div>
    </li>
  );
}

function Source({ shown: { entry, corrected }, now }: Pick<EntryLineProps, "shown" | "now">) {
  const isLate = Date.parse(entry.recordedAt) - Date.parse(entry.at) >= LATE_MS;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2.5 text-muted text-sm">
        <span>{entry.by.name}</span>
        {isLate && <Instant at={entry.recordedAt} now={now} prefix="written" />}
        {entryLinks(entry).map(({ href, label }) => (
          <TextLink
            key={`${label} ${href}`}
            href={href}
            external={!href.startsWith("/")}
            className="inline-flex min-h-6 items-center"
          >
            {label}
          </TextLink>
        ))}
      </p>
      {corrected.length > 0 && (
        <Details summary="Corrected" count={corrected.length} className="text-sm">
          <ul className="grid gap-1.5">
            {corrected.map(({ by, at, before }) => (
              <li key={at} className="border-s-2 ps-2.5">
                <p className="whitespace-pre-line text-muted [overflow-wrap:anywhere]">
                  Before: <del>{before}</del>
                </p>
                <p className="text-muted">
                  {by}, <Instant at={at} now={now} />
                </p>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
