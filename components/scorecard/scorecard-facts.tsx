import { Instant } from "@/components/time/instant";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Digest } from "@/components/ui/digest";
import { TextLink } from "@/components/ui/text-link";
import type { ScorecardDetail } from "@/lib/registry/scorecard/queries";

export function ScorecardFacts({ view }: { view: ScorecardDetail }) {
  return (
    <DefinitionList columns={4} className="mb-8">
      <Definition term="Environment">{view.environment}</Definition>
      <Definition term="Commit">
        <Digest value={view.commit} what="commit" />
      </Definition>
      <Definition term="Run">
        <span className="wrap-anywhere">{view.runId}</span>
      </Definition>
      <Definition term="Document digest">
        <Digest value={view.digest} what="document digest" />
      </Definition>
      <Definition term="Made">
        <Instant at={view.generatedAt} now={view.now} />
      </Definition>
      <Definition term="Received">
        <Instant at={view.receivedAt} now={view.now} /> from {view.submittedBy}
      </Definition>
      <Definition term="Owner">{view.scorecard.owner ?? "not named"}</Definition>
      <Definition term="Releases of this commit">
        {view.releases.length === 0
          ? "none yet"
          : view.releases.map(({ id, version, environment, stage }) => (
              <span key={id} className="block">
                <TextLink href={`/releases/${id}`}>{version}</TextLink>{" "}
                <span className="text-muted">
                  to {environment}, {stage}
                </span>
              </span>
            ))}
      </Definition>
    </DefinitionList>
  );
}
