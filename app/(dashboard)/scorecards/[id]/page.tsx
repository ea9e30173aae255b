import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { ClaimedWaivers } from "@/components/scorecard/claimed-waivers";
import { PolicyChecks } from "@/components/scorecard/policy-checks";
import { RunResult } from "@/components/scorecard/result-status";
import { ScorecardFacts } from "@/components/scorecard/scorecard-facts";
import { SuiteNotes } from "@/components/scorecard/suite-notes";
import { SuiteTable } from "@/components/scorecard/suite-table";
import { CodeSnippet } from "@/components/ui/code-snippet";
import { Details } from "@/components/ui/details";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import { type ScorecardDetail, scorecardDetail } from "@/lib/registry/scorecard/queries";
import { load } from "@/lib/web/load";

export const metadata: Metadata = { title: "Scorecard" };

export default async function ScorecardPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const found = await load(scorecardDetail(actor, id));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={`/scorecards/${id}`} />;
  const view = found.data;
  return (
    <>
      <PageHeader
        title={`Scorecard of ${view.service}`}
        aside={<RunResult passed={view.overallPassed} pill />}
        breadcrumb={[{ href: "/scorecards", label: "Scorecards" }]}
        actions={<TextLink href={`/registry?record=${view.id}`}>Ledger entries</TextLink>}
      />
      <ScorecardFacts view={view} />
      <Section title="Suites" count={view.scorecard.suites.length}>
        <SuiteTable suites={view.scorecard.suites} />
      </Section>
      <Judgement view={view} />
      <Section title="Violations and findings">
        <SuiteNotes suites={view.scorecard.suites} />
      </Section>
      <Section title="Waivers claimed">
        <ClaimedWaivers waivers={view.scorecard.waivers} />
      </Section>
      <Section title="Document">
        <Details summary="As it was sent">
          <CodeSnippet code={JSON.stringify(view.document, null, 2)} label="scorecard document" />
        </Details>
      </Section>
    </>
  );
}

function Judgement({ view }: { view: ScorecardDetail }) {
  if (view.policyVersion === null) {
    return (
      <Section title="Against the policy">
        <p className="text-muted">No gate policy is in force, so there is nothing to compare with: the gate denies.</p>
      </Section>
    );
  }
  return (
    <Section
      title="Against the policy"
      description={
        <>
          <TextLink href="/settings/policy">Policy version {view.policyVersion}</TextLink>, judged for the moment of the
          run. Whether a release may ship is decided on its own page, where age, waivers and the rest count too.
        </>
      }
    >
      <PolicyChecks checks={view.checks} />
    </Section>
  );
}
