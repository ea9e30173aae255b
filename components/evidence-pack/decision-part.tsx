import { CheckTable } from "@/components/gate/check-table";
import { DecisionFacts } from "@/components/gate/decision-facts";
import { VerdictBanner } from "@/components/gate/verdict-banner";
import { VERDICT_WORDS } from "@/components/gate/verdict-words";
import { exactTime } from "@/components/time/format";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import type { EvidencePack, PackedDecision } from "@/lib/core/evidence-pack/model";
import { When } from "./when";

/** The decision that let the release go, or the last one, with every check. */
export function DecisivePart({ pack }: { pack: EvidencePack }) {
  const decision = pack.decisions.find(({ id }) => id === pack.decision_id);
  return (
    <Section
      title={pack.release.released_at ? "Decision that opened production" : "Last decision"}
      id="decision"
      description="As it was recorded; nothing is judged anew."
    >
      {decision ? (
        <div className="grid gap-4">
          <VerdictBanner
            verdict={decision.verdict.verdict}
            sentence={decision.summary}
            note={
              <>
                {decision.kind === "break_glass" && "By break-glass: two people let it past the gate. "}
                Recorded <When at={decision.decided_at} /> by {decision.decided_by}.
              </>
            }
          />
          <Checks decision={decision} />
        </div>
      ) : (
        <p className="text-muted">No decision was recorded.</p>
      )}
    </Section>
  );
}

function Checks({ decision }: { decision: PackedDecision }) {
  const { checks } = decision.verdict;
  return (
    <>
      <CheckTable
        caption={`Checks of the decision of ${exactTime(decision.decided_at)}`}
        checks={checks}
        now={decision.decided_at}
        manifestHref="#manifest"
      />
      <DecisionFacts
        decision={{
          id: decision.id,
          verdict: decision.verdict,
          policyVersion: decision.policy_version,
          manifestDigest: decision.manifest_digest,
          scorecardId: decision.scorecard_id,
          scorecardDigest: decision.scorecard_digest,
          traceId: decision.trace_id,
        }}
      />
    </>
  );
}

/** Every other decision, the latest first: folded on the screen, open on paper. */
export function OtherDecisions({ pack }: { pack: EvidencePack }) {
  const others = pack.decisions.filter(({ id }) => id !== pack.decision_id);
  const leftOut = pack.left_out.decisions;
  return (
    <Section title="Other decisions" id="decisions" count={others.length + leftOut}>
      {others.length === 0 && <p className="text-muted">None.</p>}
      <div className="divide-y">
        {others.map((decision) => (
          <Details
            key={decision.id}
            className="py-1"
            summary={
              <>
                {VERDICT_WORDS[decision.verdict.verdict].word} <When at={decision.decided_at} /> by{" "}
                {decision.decided_by}
              </>
            }
          >
            <p className="mb-2 max-w-prose">{decision.summary}</p>
            <Checks decision={decision} />
          </Details>
        ))}
      </div>
      {leftOut > 0 && (
        <p className="mt-2 text-muted text-sm">
          {leftOut} earlier {leftOut === 1 ? "decision is" : "decisions are"} left out for size; the ledger has all of
          them.
        </p>
      )}
    </Section>
  );
}
