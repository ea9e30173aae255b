import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BreakGlassNote } from "@/components/break-glass/break-glass-note";
import { Blockers } from "@/components/gate/blockers";
import { CheckList } from "@/components/gate/check-list";
import { DecisionFacts } from "@/components/gate/decision-facts";
import { VerdictBanner } from "@/components/gate/verdict-banner";
import { LoadFailure } from "@/components/page/load-failure";
import { Instant } from "@/components/time/instant";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import { decisionById } from "@/lib/registry/gate/decision";
import { releaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";
import { LinkedIncidents } from "../../../../linked-incidents";

export const metadata: Metadata = { title: "Decision" };

type DecisionPageProps = { params: Promise<{ id: string; decisionId: string }> };

/** One evaluation as it was recorded: nothing here is judged anew. */
export default async function DecisionPage({ params }: DecisionPageProps) {
  const { actor } = await pageViewer();
  const { id, decisionId } = await params;
  const [release, found] = await Promise.all([load(releaseDetail(actor, id)), load(decisionById(actor, decisionId))]);
  const path = `/releases/${id}/decisions/${decisionId}`;
  if (!release.ok) return <LoadFailure failure={release.failure} retryHref={path} />;
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={path} />;
  const decision = found.data;
  if (decision.releaseId !== id) notFound();
  const { serviceName, version, now } = release.data;
  const { verdict, decidedAt, decidedBy } = decision;
  return (
    <>
      <PageHeader
        title={`Decision on ${serviceName} ${version}`}
        breadcrumb={[
          { href: "/releases", label: "Releases" },
          { href: `/releases/${id}`, label: version },
          { href: `/releases/${id}/decisions`, label: "Decisions" },
        ]}
        actions={
          <ButtonLink href={`/releases/${id}/decisions/compare?to=${decisionId}`}>
            Compare with the one before
          </ButtonLink>
        }
      />
      <div className="grid gap-3">
        {decision.breakGlass && <BreakGlassNote told={decision.breakGlass} />}
        <VerdictBanner
          verdict={verdict.verdict}
          sentence={verdict.summary}
          note={
            <>
              Recorded by {decidedBy.name}, <Instant at={decidedAt} now={now} style="both" />. What the gate says now is
              on <TextLink href={`/releases/${id}`}>the release</TextLink>.
            </>
          }
        />
        <Blockers verdict={verdict} title="What would have unblocked it" />
        <CheckList checks={verdict.checks} now={decidedAt} manifestHref={`/releases/${id}#manifest`} />
        <Section title="What it rests on">
          <DecisionFacts decision={decision} />
        </Section>
        <LinkedIncidents actor={actor} kind="decision" targetId={decisionId} now={now} href={path} />
      </div>
    </>
  );
}
