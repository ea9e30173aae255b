import { Details } from "@/components/ui/details";
import type { Suite } from "@/lib/core/scorecard/model";
import { SuiteResult } from "./result-status";

const SHOWN = 3;

type SuiteOutcomeProps = { suite: Pick<Suite, "status" | "violations">; notRun: string | null };

/** How a suite ended, and in its own words why it did not pass. */
export function SuiteOutcome({ suite: { status, violations }, notRun }: SuiteOutcomeProps) {
  const reasons = notRun === null ? violations : [notRun, ...violations];
  return (
    <>
      <SuiteResult status={status} />
      <Reasons texts={reasons.slice(0, SHOWN)} />
      {reasons.length > SHOWN && (
        <Details summary={`${reasons.length - SHOWN} more`} className="text-sm">
          <Reasons texts={reasons.slice(SHOWN)} />
        </Details>
      )}
    </>
  );
}

function Reasons({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <ul className="text-sm wrap-anywhere">
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
