import type { Metadata } from "next";
import { DeploymentFacts } from "@/components/deployment/deployment-facts";
import { MatchStatus } from "@/components/deployment/match-status";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionSkeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import { type DeploymentDetail, deploymentDetail } from "@/lib/registry/deployment/queries";
import { load } from "@/lib/web/load";
import { HistorySection } from "../../history-section";
import { LinkedIncidents } from "../../linked-incidents";
import { FindingSection } from "./finding-section";

export const metadata: Metadata = { title: "Deployment" };

export default async function DeploymentPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const path = `/deployments/${id}`;
  const found = await load(deploymentDetail(actor, id));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={path} />;
  const view = found.data;
  return (
    <>
      <PageHeader
        title={`${view.service} in ${view.environment}`}
        aside={<MatchStatus match={view.match} finding={view.finding} />}
        breadcrumb={[{ href: "/deployments", label: "Deployments" }]}
      />
      <Section title="What allowed it">
        <Allowed view={view} />
      </Section>
      {view.finding && (
        <Streamed section={FindingSection({ view, actor })} fallback={<SectionSkeleton title="Finding" />} />
      )}
      <Section title="What was reported">
        <DeploymentFacts view={view} />
      </Section>
      <LinkedIncidents actor={actor} kind="deployment" targetId={id} now={view.now} href={path} />
      <HistorySection actor={actor} record={id} href={path} />
    </>
  );
}

function Allowed({ view: { explanation, release, decisionId } }: { view: DeploymentDetail }) {
  return (
    <>
      <p className="max-w-prose">{explanation}</p>
      {release && (
        <p className="mt-1 flex flex-wrap gap-x-4">
          <TextLink href={`/releases/${release.id}`}>Release {release.version}</TextLink>
          {decisionId && <TextLink href={`/releases/${release.id}/decisions/${decisionId}`}>The decision</TextLink>}
        </p>
      )}
    </>
  );
}
