import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { Status } from "@/components/ui/status";
import type { Violation } from "@/lib/core/post-release/verification";
import type { WindowView } from "@/lib/registry/post-release/queries";
import type { Action } from "@/lib/web/action";
import { AcceptDialog } from "./accept-dialog";
import { WatchedTable } from "./watched-table";
import { WINDOW_WORDS } from "./window-status";

type VerificationViewProps = { releaseId: string; window: WindowView; now: string; accept: Action<unknown> | null };

/** The sweep runs every minute: after three of them a window that is over must have been judged. */
const LATE_MS = 3 * 60_000;

/** The window in which the release is watched: its state first, then why, then each value. */
export function VerificationView({ releaseId, window, now, accept }: VerificationViewProps) {
  const { state, judgement, accepted, closesAt } = window;
  const late = state === "watching" && Date.parse(now) - Date.parse(closesAt) > LATE_MS;
  const word = late ? ({ tone: "unknown", label: "Over, not judged yet" } as const) : WINDOW_WORDS[state];
  const violations = judgement?.violations ?? [];
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Status {...word} pill />
        <span className="text-muted text-sm">
          <WindowTimes window={window} now={now} late={late} />
        </span>
      </p>
      {state === "flagged" && (
        <Alert
          tone="no-go"
          title="Something went wrong after the rollout"
          actions={accept && <AcceptDialog releaseId={releaseId} action={accept} />}
        >
          <Violations violations={violations} now={now} />
        </Alert>
      )}
      {accepted && (
        <Alert tone="waiver" title={`Accepted by ${accepted.by} with a reason`}>
          <p className="whitespace-pre-line">{accepted.reason}</p>
          <p className="text-muted text-sm">
            <Instant at={accepted.at} now={now} />. What flagged it:
          </p>
          <Violations violations={violations} now={now} />
        </Alert>
      )}
      {judgement && judgement.checks.length > 0 && <WatchedTable judgement={judgement} now={now} />}
    </div>
  );
}

function WindowTimes({ window, now, late }: { window: WindowView; now: string; late: boolean }) {
  const { openedAt, closesAt, endedAt, judgedAt, state } = window;
  const minutes = Math.round((Date.parse(closesAt) - Date.parse(openedAt)) / 60_000);
  if (state !== "watching") {
    return (
      <>
        Ended {endedAt && <Instant at={endedAt} now={now} />} · window of {minutes} minutes
      </>
    );
  }
  return (
    <>
      {late ? "Was to close " : "Closes "}
      <Instant at={closesAt} now={now} /> · window of {minutes} minutes
      {judgedAt && (
        <>
          {" "}
          · last looked at <Instant at={judgedAt} now={now} />
        </>
      )}
    </>
  );
}

function Violations({ violations, now }: { violations: readonly Violation[]; now: string }) {
  return (
    <ul className="list-disc ps-5">
      {violations.map(({ text, at, id }) => (
        <li key={`${id} ${text}`}>
          {text}
          {at && (
            <>
              {" "}
              <Instant at={at} now={now} className="text-sm" />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
