import { Instant } from "@/components/time/instant";
import { Details } from "@/components/ui/details";
import type { BreakGlassView } from "@/lib/registry/break-glass/queries";
import { BreakGlassStatus } from "./break-glass-status";

/** Break-glasses of a release that came to nothing. */
export function PastBreakGlasses({ past, now }: { past: readonly BreakGlassView[]; now: string }) {
  if (past.length === 0) return null;
  return (
    <Details summary="Earlier requests to break the glass" count={past.length}>
      <ul className="divide-y border-y">
        {past.map(({ id, state, requestedBy, requestedAt, reason, cancelled }) => (
          <li key={id} className="grid gap-0.5 py-2">
            <span className="flex flex-wrap items-center gap-x-3">
              <BreakGlassStatus state={state} size="sm" />
              <span className="text-muted text-sm">
                asked by {requestedBy} <Instant at={requestedAt} now={now} />
              </span>
            </span>
            <span className="max-w-prose whitespace-pre-line">{reason}</span>
            {cancelled && (
              <span className="text-muted text-sm">
                Cancelled by {cancelled.by}: {cancelled.reason}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}
