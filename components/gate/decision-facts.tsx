import { historyHref } from "@/components/ledger/record-href";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Digest } from "@/components/ui/digest";
import { TextLink } from "@/components/ui/text-link";
import type { Verdict } from "@/lib/core/gate/verdict";

type DecisionFactsProps = {
  decision: {
    id: string;
    verdict: Verdict;
    policyVersion: number | null;
    manifestDigest: string | null;
    scorecardId: string | null;
    scorecardDigest: string | null;
    traceId: string;
  };
};

/** The digests that a decision was made on, and where it is found again. */
export function DecisionFacts({ decision }: DecisionFactsProps) {
  const { id, verdict, policyVersion, manifestDigest, scorecardId, scorecardDigest, traceId } = decision;
  return (
    <DefinitionList columns={3}>
      <Definition term="Policy">
        {policyVersion === null ? "none" : `version ${policyVersion} `}
        <Hash value={verdict.policyDigest} what="policy digest" />
      </Definition>
      <Definition term="Manifest">
        <Hash value={manifestDigest} what="manifest digest" />
      </Definition>
      <Definition term="Scorecard">
        {scorecardId && <TextLink href={`/scorecards/${scorecardId}`}>scorecard</TextLink>}{" "}
        <Hash value={scorecardDigest} what="scorecard digest" />
      </Definition>
      <Definition term="Facts">
        <Hash value={verdict.factsDigest} what="facts digest" />
      </Definition>
      <Definition term="Trace">
        {isTraced(traceId) ? (
          <Digest value={traceId} length={32} what="trace id" className="flex-wrap [&_code]:break-all" />
        ) : (
          <span className="text-muted">not traced</span>
        )}
      </Definition>
      <Definition term="Ledger">
        <TextLink href={historyHref(id)}>entries of this decision</TextLink>
      </Definition>
    </DefinitionList>
  );
}

/** Without a tracer the id is all zeros, which leads nowhere. */
const isTraced = (traceId: string): boolean => /[^0]/.test(traceId);

function Hash({ value, what }: { value: string | null; what: string }) {
  return value ? <Digest value={value} what={what} /> : <span className="text-muted">none</span>;
}
