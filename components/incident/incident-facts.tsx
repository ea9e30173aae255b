import { Instant } from "@/components/time/instant";
import { KeyValue } from "@/components/ui/key-value";
import { TextLink } from "@/components/ui/text-link";
import { isOpen } from "@/lib/core/incident/model";
import type { IncidentDetail } from "@/lib/registry/incident/view";
import { Elapsed } from "./elapsed";
import { NextUpdate } from "./next-update";

/** The clock of the incident, what it owes its readers, and what is known about it. */
export function IncidentFacts({ incident }: { incident: IncidentDetail }) {
  const { detectedAt, resolvedAt, nextUpdateAt, commander, impact, now } = incident;
  const open = isOpen(incident.state);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end gap-x-10 gap-y-3">
        <div>
          <p className="text-muted text-sm">{open ? "Elapsed" : "Lasted"}</p>
          <Elapsed
            since={detectedAt}
            until={resolvedAt}
            now={now}
            className="font-semibold text-3xl tabular-nums leading-9"
          />
        </div>
        <div>
          <p className="text-muted text-sm">Commander</p>
          <p className="font-medium leading-9">
            {commander ?? <span className={open ? "text-no-go" : "text-muted"}>{open ? "nobody yet" : "nobody"}</span>}
          </p>
        </div>
        {open && (
          <div>
            <p className="text-muted text-sm">Next update</p>
            <p className="leading-9">
              {nextUpdateAt ? (
                <NextUpdate at={nextUpdateAt} now={now} />
              ) : (
                <span className="text-muted">none owed</span>
              )}
            </p>
          </div>
        )}
      </div>
      <p className="mb-4 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">
        {impact || <span className="text-muted">No impact described yet.</span>}
      </p>
      <Times incident={incident} />
    </>
  );
}

function Times({ incident }: { incident: IncidentDetail }) {
  const { now, startedAt, detectedAt, acknowledgedAt, mitigatedAt, resolvedAt, publishedAt, closedAt } = incident;
  const times: [string, string | null][] = [
    ["Began", startedAt],
    ["Detected", detectedAt],
    ["Acknowledged", acknowledgedAt],
    ["Mitigated", mitigatedAt],
    [incident.mergedInto ? "Merged" : "Resolved", resolvedAt],
    ["Postmortem published", publishedAt],
    ["Closed", closedAt],
  ];
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-1">
      {times.map(
        ([term, at]) =>
          at && (
            <KeyValue key={term} label={term}>
              <Instant at={at} now={now} />
            </KeyValue>
          ),
      )}
      {incident.alert && (
        <KeyValue label="Alert">
          {incident.alert.source}: {incident.alert.key}
        </KeyValue>
      )}
      {incident.cause && (
        <KeyValue label="Caused by">
          <TextLink href={`/releases/${incident.cause.releaseId}`}>
            {incident.cause.service} {incident.cause.version}
          </TextLink>
        </KeyValue>
      )}
    </div>
  );
}
