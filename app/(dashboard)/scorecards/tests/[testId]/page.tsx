import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { HistoryTable } from "@/components/test-result/history-table";
import { OutcomeLegend, OutcomeStrip } from "@/components/test-result/outcome-strip";
import { TestFacts } from "@/components/test-result/test-facts";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { pageViewer } from "@/lib/auth/page-actor";
import { type TestHistory, testHistory } from "@/lib/registry/test-result/queries";
import { load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";

export const metadata: Metadata = { title: "Test history" };

type Props = { params: Promise<{ testId: string }>; searchParams: SearchParams };

export default async function TestPage({ params, searchParams }: Props) {
  const { actor } = await pageViewer();
  const { testId } = await params;
  const page = await readParams(searchParams, ["after", "before"]);
  const path = `/scorecards/tests/${testId}`;
  const found = await load(testHistory(actor, testId, page));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={path} />;
  const view = found.data;
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{view.test.name}</span>}
        description={view.test.group && <span className="wrap-anywhere">{view.test.group}</span>}
        breadcrumb={[
          { href: "/scorecards", label: "Scorecards" },
          { href: "/scorecards/tests", label: "Flaky tests" },
        ]}
      />
      <TestFacts view={view} />
      <BothResults view={view} />
      <Section title="Runs">
        <div className="mb-3 flex flex-wrap items-end gap-x-6 gap-y-2">
          <OutcomeStrip outcomes={view.results.map(({ outcome }) => outcome).toReversed()} />
          <OutcomeLegend outcomes={["passed", "flaky", "failed", "skipped"]} />
        </div>
        <HistoryTable results={view.results} now={view.now} />
        <Pager
          label="Pages of runs"
          newerHref={view.previous ? hrefOf(path, { before: view.previous }) : undefined}
          olderHref={view.next ? hrefOf(path, { after: view.next }) : undefined}
        />
      </Section>
    </>
  );
}

function BothResults({ view: { results } }: { view: TestHistory }) {
  const commits = new Set(results.filter(({ acrossRuns }) => acrossRuns).map(({ commit }) => commit));
  if (commits.size === 0) return null;
  const title =
    commits.size === 1 ? "One commit has passed and has failed" : `${commits.size} commits have passed and have failed`;
  return (
    <Alert tone="waiver" title={title}>
      The same code gave both results, so some of its runs must have been wrong: the fewer of the two count as flaky.
      They are marked below.
    </Alert>
  );
}
