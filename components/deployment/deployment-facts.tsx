import { Instant } from "@/components/time/instant";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Digest } from "@/components/ui/digest";
import { TextLink } from "@/components/ui/text-link";
import type { DeploymentDetail } from "@/lib/registry/deployment/queries";
import { Version } from "./deployment-table";
import { DeploymentStateStatus } from "./match-status";

const SOURCES = { api: "the API", github: "GitHub" };

/** What was reported of a deployment. */
export function DeploymentFacts({ view }: { view: DeploymentDetail }) {
  const { startedAt, endedAt, reportedAt, now, url, commit } = view;
  return (
    <DefinitionList columns={3}>
      <Definition term="State">
        <DeploymentStateStatus state={view.state} />
      </Definition>
      <Definition term="Version">
        <Version deployment={view} />
      </Definition>
      <Definition term="Commit">
        {commit ? <Digest value={commit} length={10} what="commit" /> : <NotTold />}
      </Definition>
      <Definition term="Started">
        {startedAt ? <Instant at={startedAt} now={now} style="both" /> : <NotTold />}
      </Definition>
      <Definition term="Ended">{endedAt ? <Instant at={endedAt} now={now} style="both" /> : <NotTold />}</Definition>
      <Definition term="Deployed by">{view.deployedBy ?? <NotTold />}</Definition>
      <Definition term="Reported">
        <Instant at={reportedAt} now={now} /> by {view.reportedBy}, over {SOURCES[view.source]}
      </Definition>
      <Definition term="Reported as">
        <code className="break-all">{view.externalId}</code>
      </Definition>
      <Definition term="Page">
        {url ? (
          <TextLink href={url} external className="break-all">
            {url}
          </TextLink>
        ) : (
          <NotTold />
        )}
      </Definition>
      <Definition term="Artifacts">
        {view.artifacts.length === 0 && <NotTold />}
        <ul>
          {view.artifacts.map((hash) => (
            <li key={hash}>
              <Digest value={hash} what="artifact hash" />
            </li>
          ))}
        </ul>
      </Definition>
    </DefinitionList>
  );
}

const NotTold = () => <span className="text-muted">not told</span>;
