import { Status, type Tone } from "@/components/ui/status";
import type { RollbackReadiness, RollbackState } from "@/lib/core/post-release/rollback";

const WORDS: Record<RollbackState, { tone: Tone; label: string }> = {
  ready: { tone: "go", label: "Ready to roll back" },
  at_risk: { tone: "waiver", label: "Rollback at risk" },
  not_ready: { tone: "no-go", label: "Not ready to roll back" },
};

/** The indicator with every reason why it is not green. */
export function RollbackStatus({ state, reasons }: RollbackReadiness) {
  return (
    <div>
      <Status {...WORDS[state]} />
      {reasons.length > 0 && (
        <ul className="list-disc ps-5 text-muted text-sm">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
