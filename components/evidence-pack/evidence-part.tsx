import { OutcomeStatus } from "@/components/rehearsal/rehearsal-status";
import { RunResult } from "@/components/scorecard/result-status";
import { SuiteTable } from "@/components/scorecard/suite-table";
import { durationText } from "@/components/time/format";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Digest } from "@/components/ui/digest";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { EvidencePack } from "@/lib/core/evidence-pack/model";
import { When } from "./when";

/** The rollback rehearsal that counted, with its age at that moment. */
export function RehearsalPart({ pack: { rehearsal } }: { pack: EvidencePack }) {
  if (!rehearsal) {
    return (
      <Section title="Rollback rehearsal" id="rehearsal">
        <p className="text-muted">None is on record for this service and environment.</p>
      </Section>
    );
  }
  const { outcome, basis, gaps, remediation, age_seconds: ageSeconds } = rehearsal;
  const isEarlier = ageSeconds >= 0;
  return (
    <Section
      title="Rollback rehearsal"
      id="rehearsal"
      description={
        basis === "decision" ? "The one that the decision names." : "The last one of this service and environment."
      }
    >
      <DefinitionList columns={4}>
        <Definition term="Outcome">
          <TextLink href={`/rehearsals/${rehearsal.id}`}>
            <OutcomeStatus outcome={outcome} />
          </TextLink>
        </Definition>
        <Definition term="Ended">
          <When at={rehearsal.finished_at} />
        </Definition>
        <Definition term={basis === "decision" ? "Age at the decision" : "Age of the evidence"}>
          {isEarlier ? durationText(ageSeconds * 1000) : "later than the decision"}
        </Definition>
        <Definition term="Rolled back">
          {rehearsal.from_version} to {rehearsal.to_version}
        </Definition>
        <Definition term="Participants">{rehearsal.participants.join(", ")}</Definition>
        <Definition term="Recorded by">{rehearsal.recorded_by}</Definition>
        <Definition term="Gaps">{gaps.length > 0 ? gaps.join("; ") : "none"}</Definition>
        {remediation && (
          <Definition term="Remediation">
            {remediation}
            {rehearsal.remediated_at && (
              <>
                {" "}
                (<When at={rehearsal.remediated_at} />)
              </>
            )}
          </Definition>
        )}
      </DefinitionList>
    </Section>
  );
}

const UNTOLD = {
  description: null,
  blocking: null,
  thresholds: null,
  failures: [],
  attempts: null,
  notRun: null,
  errorBudgetBurn: null,
};

/** The run that the decision rests on, suite by suite. */
export function ScorecardPart({ pack: { scorecard } }: { pack: EvidencePack }) {
  if (!scorecard) {
    return (
      <Section title="Scorecard" id="scorecard">
        <p className="text-muted">None is on record for this commit and environment.</p>
      </Section>
    );
  }
  return (
    <Section title="Scorecard" id="scorecard">
      <DefinitionList columns={4} className="mb-3">
        <Definition term="Run">
          <TextLink href={`/scorecards/${scorecard.id}`}>{scorecard.run_id}</TextLink>
        </Definition>
        <Definition term="Result">
          <RunResult passed={scorecard.overall_passed} />
        </Definition>
        <Definition term="Generated">
          <When at={scorecard.generated_at} />, sent by {scorecard.submitted_by}
        </Definition>
        <Definition term="Digest">
          <Digest value={scorecard.digest} what="scorecard digest" />
        </Definition>
      </DefinitionList>
      <SuiteTable suites={scorecard.suites.map((suite) => ({ suite, details: { ...UNTOLD, name: suite.name } }))} />
    </Section>
  );
}
