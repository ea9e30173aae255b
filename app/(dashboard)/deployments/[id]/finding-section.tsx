import { ExplainForm } from "@/components/deployment/explain-form";
import { LoadFailure } from "@/components/page/load-failure";
import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { PersonActor } from "@/lib/core/access";
import { ownerChoices } from "@/lib/registry/action-item/queries";
import type { DeploymentDetail } from "@/lib/registry/deployment/queries";
import { load } from "@/lib/web/load";
import { explainDeploymentAction } from "../actions";

type FindingProps = { view: DeploymentDetail; actor: PersonActor };

/** A deployment that nothing allowed: open until a person explains it, and then with what they said. */
export async function FindingSection({ view, actor }: FindingProps) {
  const { explained, findingAt, now } = view;
  if (explained) return <Explained explained={explained} now={now} />;
  const since = findingAt && <Instant at={findingAt} now={now} />;
  return (
    <Section title="Finding">
      <Alert tone="no-go" title="Nothing allowed this deployment">
        Found {since}. It stays open until a person who did not deploy it says why it happened and what was done.
      </Alert>
      <div className="mt-4 max-w-2xl">
        {view.explainBar ? <p className="text-muted">{view.explainBar}</p> : await Form({ view, actor })}
      </div>
    </Section>
  );
}

async function Form({ view: { id, now }, actor }: FindingProps) {
  const people = await load(ownerChoices(actor));
  if (!people.ok) return <LoadFailure failure={people.failure} retryHref={`/deployments/${id}`} />;
  return <ExplainForm deploymentId={id} people={people.data} now={now} action={explainDeploymentAction} />;
}

type Told = NonNullable<DeploymentDetail["explained"]>;

function Explained({ explained: { at, by, cause, remedy, actionItemId }, now }: { explained: Told; now: string }) {
  return (
    <Section title="Finding">
      <p className="mb-3">
        Deployed without approval. Explained by {by} <Instant at={at} now={now} />.
      </p>
      <DefinitionList layout="rows">
        <Definition term="Why">
          <span className="max-w-prose whitespace-pre-line">{cause}</span>
        </Definition>
        <Definition term="What was done">
          <span className="max-w-prose whitespace-pre-line">{remedy}</span>
        </Definition>
        {actionItemId && (
          <Definition term="Left to do">
            <TextLink href={`/action-items/${actionItemId}`}>the action item</TextLink>
          </Definition>
        )}
      </DefinitionList>
    </Section>
  );
}
