import type { ReactNode } from "react";
import { Due } from "@/components/time/due";
import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { Digest } from "@/components/ui/digest";
import type { BreakGlassView } from "@/lib/registry/break-glass/queries";
import { BlockerList } from "./blocker-list";

type OpenPanelProps = {
  open: BreakGlassView;
  now: string;
  /** Why the reader may not confirm it; null when they may, or when it is confirmed. */
  bar: string | null;
  actions: ReactNode;
};

/** A break-glass that waits for its second person, or for the pipeline that uses it. */
export function OpenPanel({ open, now, bar, actions }: OpenPanelProps) {
  const { requestedBy, requestedAt, confirmedBy, expiresAt, reason, artifacts } = open;
  const isConfirmed = open.state === "confirmed";
  const title = isConfirmed
    ? `The glass is broken: ${confirmedBy} confirmed it`
    : `${requestedBy} asks to break the glass; a second person has to confirm it`;
  return (
    <section aria-label="Break-glass" id="break-glass">
      <Alert tone={isConfirmed ? "no-go" : "waiver"} title={title} actions={actions}>
        <div className="grid gap-2">
          <p>
            Asked by {requestedBy} <Instant at={requestedAt} now={now} />, {isConfirmed ? "may be used" : "open"} for
            the rest of its time: <Due at={expiresAt} now={now} />.
          </p>
          <blockquote className="max-w-prose whitespace-pre-line border-border-strong border-l-2 pl-3">
            {reason}
          </blockquote>
          {isConfirmed && (
            <p>
              The release enters production by it once, when the pipeline runs{" "}
              <code className="break-all">readiness release advance production</code> with exactly these artifacts.
            </p>
          )}
          <ul aria-label="Artifacts" className="text-sm">
            {artifacts.map(({ name, hash }) => (
              <li key={hash} className="flex flex-wrap items-center gap-x-2">
                <span className="break-all">{name}</span> <Digest value={hash} what={`hash of ${name}`} />
              </li>
            ))}
          </ul>
          <BlockerList blockers={open.blockers} />
          {bar && <p className="text-muted text-sm">{bar}</p>}
        </div>
      </Alert>
    </section>
  );
}
