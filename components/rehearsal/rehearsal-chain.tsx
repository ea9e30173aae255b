import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { Status, type Tone } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { LinkedDrill } from "@/lib/registry/rehearsal/chain";
import type { RehearsalDetail } from "@/lib/registry/rehearsal/queries";

type StepProps = { tone: Tone; label: string; children: ReactNode };

function Step({ tone, label, children }: StepProps) {
  return (
    <li className="grid items-start gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <Status tone={tone} label={label} />
      <div className="min-w-0 [overflow-wrap:anywhere]">{children}</div>
    </li>
  );
}

/** What a failed rehearsal takes until releases are free again: mended, then repeated. In this order or the other. */
export function FailureChain({ view, remediation }: { view: RehearsalDetail; remediation: ReactNode }) {
  const { finishedAt, now, remediatedAt, repeatedBy, actionItem } = view;
  return (
    <ol className="divide-y border-y">
      <Step tone="no-go" label="Failed">
        <Instant at={finishedAt} now={now} />
        {actionItem && (
          <p className="text-sm">
            <TextLink href={`/action-items/${actionItem.id}`}>Follow-up</TextLink> of {actionItem.ownerName},{" "}
            {actionItem.state === "open" ? (
              <Instant at={actionItem.dueAt} now={now} prefix={actionItem.overdue ? "overdue since" : "due"} />
            ) : (
              actionItem.state
            )}
          </p>
        )}
      </Step>
      <Step tone={remediatedAt ? "go" : "unknown"} label={remediatedAt ? "Mended" : "Not mended yet"}>
        {remediation}
      </Step>
      <Step tone={repeatedBy ? "go" : "unknown"} label={repeatedBy ? "Repeated" : "Not repeated yet"}>
        {repeatedBy ? <Drill drill={repeatedBy} now={now} /> : "A later rehearsal has to pass."}
      </Step>
    </ol>
  );
}

/** The failed rehearsals that one which passed makes up for. */
export function RepeatedDrills({ drills, now }: { drills: readonly LinkedDrill[]; now: string }) {
  return (
    <ul className="divide-y border-y">
      {drills.map((drill) => (
        <li key={drill.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
          <Status tone="no-go" label="Failed" />
          <Drill drill={drill} now={now} />
        </li>
      ))}
    </ul>
  );
}

function Drill({ drill: { id, fromVersion, toVersion, finishedAt }, now }: { drill: LinkedDrill; now: string }) {
  return (
    <p>
      <TextLink href={`/rehearsals/${id}`}>
        {fromVersion} <span aria-hidden>→</span>
        <span className="sr-only">to</span> {toVersion}
      </TextLink>{" "}
      <Instant at={finishedAt} now={now} className="text-muted" />
    </p>
  );
}
