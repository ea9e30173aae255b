import { Alert } from "@/components/ui/alert";
import type { BreakGlassTold } from "@/lib/registry/break-glass/told";

/** On a decision by break-glass: the verdict below is what the gate said, and not what let the release through. */
export function BreakGlassNote({ told: { requestedBy, confirmedBy, reason } }: { told: BreakGlassTold }) {
  return (
    <Alert tone="no-go" title="BREAK-GLASS: let past the gate by two people, not approved">
      <p>
        Requested by {requestedBy}, confirmed by {confirmedBy}. The verdict is what the gate said at that moment.
      </p>
      <p className="mt-1 max-w-prose whitespace-pre-line">{reason}</p>
    </Alert>
  );
}
