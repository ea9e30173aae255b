import { VerdictStatus } from "@/components/gate/verdict-status";
import { VERDICT_WORDS } from "@/components/gate/verdict-words";
import { Instant } from "@/components/time/instant";
import type { ReleaseSummary } from "@/lib/registry/release/summary";

type VerdictCellProps = { release: Pick<ReleaseSummary, "verdict" | "lastDecision">; now: string };

/** What the last decision is still worth, and how old it is; of a go that no longer stands, that it was one. */
export function VerdictCell({ release: { verdict, lastDecision }, now }: VerdictCellProps) {
  const wasOther = lastDecision !== null && lastDecision.verdict !== verdict;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <VerdictStatus verdict={verdict} size="sm" />
      <span className="text-muted text-sm">
        {wasOther && `was ${VERDICT_WORDS[lastDecision.verdict].word} `}
        {lastDecision ? <Instant at={lastDecision.at} now={now} /> : "never decided"}
      </span>
    </span>
  );
}
