import type { ReactNode } from "react";
import {
  PolicyChanges,
  ReviewedIncidents,
  ReviewedRehearsals,
  ReviewedWaivers,
} from "@/components/review/reviewed-tables";
import { TrendTable } from "@/components/review/trend-table";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import type { ReviewFacts } from "@/lib/core/review/model";
import { parseQuarter, previousQuarter, quarterText } from "@/lib/core/review/quarter";

/** What happened in the quarter, each with a link to its record. */
export function ReviewedSections({ facts }: { facts: ReviewFacts }) {
  const quarter = parseQuarter(facts.quarter);
  const previous = quarter ? quarterText(previousQuarter(quarter)) : "before";
  const { incidents, waivers, rehearsals, policyChanges, trends } = facts;
  return (
    <>
      <Section title="Trends">
        <TrendTable trends={trends} quarter={facts.quarter} previous={previous} />
      </Section>
      <Listed title="Incidents" count={incidents.length} none="No incident was declared.">
        <ReviewedIncidents incidents={incidents} />
      </Listed>
      <Listed title="Waivers granted" count={waivers.length} none="No waiver was granted.">
        <ReviewedWaivers waivers={waivers} />
      </Listed>
      <Listed
        title="Rehearsals"
        count={rehearsals.length}
        none="No rehearsal was finished."
        description={outcomesText(rehearsals)}
      >
        <ReviewedRehearsals rehearsals={rehearsals} />
      </Listed>
      <Listed title="Policy changes" count={policyChanges.length} none="No policy was changed.">
        <PolicyChanges changes={policyChanges} />
      </Listed>
    </>
  );
}

/** "48 passed, 1 failed, 1 aborted." */
function outcomesText(rehearsals: ReviewFacts["rehearsals"]): string | undefined {
  const counts = (["passed", "failed", "aborted"] as const).map((outcome) => ({
    outcome,
    count: rehearsals.filter((each) => each.outcome === outcome).length,
  }));
  const told = counts.filter(({ count }) => count > 0).map(({ outcome, count }) => `${count} ${outcome}`);
  return told.length > 0 ? `${told.join(", ")}.` : undefined;
}

/** Beyond this many, the reader unfolds the list. */
const SHOWN_AT_ONCE = 12;

type ListedProps = { title: string; count: number; none: string; description?: string; children: ReactNode };

function Listed({ title, count, none, description, children }: ListedProps) {
  return (
    <Section title={title} count={count} description={description}>
      {count === 0 && <p className="text-muted">{none}</p>}
      {count > 0 && count <= SHOWN_AT_ONCE && children}
      {count > SHOWN_AT_ONCE && <Details summary={`All ${count}`}>{children}</Details>}
    </Section>
  );
}
