import { BreakGlassMark } from "@/components/break-glass/break-glass-status";
import { VerdictStatus } from "@/components/gate/verdict-status";
import { VERDICT_WORDS } from "@/components/gate/verdict-words";
import { Instant } from "@/components/time/instant";
import type { ReleaseSummary } from "@/lib/registry/release/summary";

type VerdictCellProps = { release: Pick<ReleaseSummary, "verdict" | "lastDecision" | "byBreakGlass">; now: string };

/**
 * What the last decision is still worth, and how old it is; of a go that no longer stands, that it was one. What went
 * past the gate by break-glass has no verdict to show.
 */
export function VerdictCell({ release: { verdict, lastDecision, byBreakGlass }, now }: VerdictCellProps) {
  if (byBreakGlass) {
    return (
      <span className="flex flex-wrap items-center gap-x-2">
        <BreakGlassMark size="sm" />
        <span className="text-muted text-sm">{lastDecision && <Instant at={lastDecision.at} now={now} />}</span>
      </span>
    );
  }
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
