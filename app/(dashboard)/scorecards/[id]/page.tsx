import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { AskedThresholds } from "@/components/scorecard/asked-thresholds";
import { ClaimedWaivers } from "@/components/scorecard/claimed-waivers";
import { Findings } from "@/components/scorecard/findings";
import { ScorecardFacts } from "@/components/scorecard/scorecard-facts";
import { SuiteTable } from "@/components/scorecard/suite-table";
import { Section } from "@/components/ui/section";
import { SectionSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { suiteDetails } from "@/lib/core/scorecard/details";
import { suiteFailures } from "@/lib/registry/event/queries";
import { knownFailures } from "@/lib/registry/scorecard/known-tests";
import { scorecardDetail } from "@/lib/registry/scorecard/queries";
import { scorecardTrend } from "@/lib/registry/scorecard/trend";
import { load } from "@/lib/web/load";
import { readParams, type SearchParams } from "@/lib/web/search-params";
import { HistorySection } from "../../history-section";
import { LinkedIncidents } from "../../linked-incidents";
import { DocumentSection } from "./document-section";
import { FailingSection } from "./failing-section";
import { PolicySection } from "./policy-section";
import { RecordedSection } from "./recorded-section";
import { ScorecardHeader } from "./scorecard-header";
import { telling } from "./telling";
import { TrendSection } from "./trend-section";

export const metadata: Metadata = { title: "Scorecard" };

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function ScorecardPage({ params, searchParams }: Props) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const reading = load(scorecardDetail(actor, id));
  const trend = load(scorecardTrend(actor, id));
  const events = load(suiteFailures(actor, id));
  const known = load(knownFailures(actor, id));
  const [{ failing }, found] = await Promise.all([readParams(searchParams, ["failing"]), reading]);
  const path = `/scorecards/${id}`;
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={path} />;
  const view = found.data;
  const details = suiteDetails(view.document);
  const suites = telling(view.scorecard.suites, details);
  return (
    <>
      <ScorecardHeader view={view} />
      <ScorecardFacts view={view} />
      <Section
        title="Suites"
        count={suites.length}
        description="Below each rate: its 95% confidence interval, and how many tests it is computed from."
      >
        <SuiteTable suites={suites} />
      </Section>
      <Streamed
        section={FailingSection({ suites, known, path, all: failing })}
        fallback={<SectionSkeleton title="Failing tests" columns={2} />}
      />
      {suites.some(({ suite }) => suite.status === "failed") && (
        <Streamed
          section={RecordedSection({ events, now: view.now, retryHref: path })}
          fallback={<SectionSkeleton title="Recorded failures" columns={3} />}
        />
      )}
      <Section title="Asked by the pipeline" description="The thresholds that the run's own configuration sets.">
        <AskedThresholds suites={suites} />
      </Section>
      <PolicySection view={view} />
      <Streamed
        section={TrendSection({ trend, details, now: view.now, retryHref: path })}
        fallback={<SectionSkeleton title="Trend" columns={6} rows={6} />}
      />
      <Section title="Findings">
        <Findings suites={view.scorecard.suites} />
      </Section>
      <Section title="Waivers claimed">
        <ClaimedWaivers waivers={view.scorecard.waivers} />
      </Section>
      <DocumentSection view={view} path={path} />
      <LinkedIncidents actor={actor} kind="scorecard" targetId={view.id} now={view.now} href={path} />
      <HistorySection actor={actor} record={view.id} href={path} />
    </>
  );
}
