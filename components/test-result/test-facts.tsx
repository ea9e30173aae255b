import { Rate } from "@/components/scorecard/rate";
import { Instant } from "@/components/time/instant";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { TestHistory } from "@/lib/registry/test-result/queries";

/** How flaky one test is, and where it belongs. */
export function TestFacts({ view: { test, summary, days, now } }: { view: TestHistory }) {
  const { flakeRate, interval, runs, flakyRuns, failedRuns, enoughSample, lastFlakyAt } = summary;
  return (
    <DefinitionList columns={4} className="mb-8">
      <Definition term={`Flake rate, last ${days} days`}>
        <Rate rate={flakeRate} interval={interval} sample={runs} enough={enoughSample} />
      </Definition>
      <Definition term="Flaky and failed runs">
        {flakyRuns} flaky, {failedRuns} failed of {runs}
      </Definition>
      <Definition term="Commits with both results">{summary.commitsWithBothResults}</Definition>
      <Definition term="Last flaky">
        {lastFlakyAt === null ? `not in the last ${days} days` : <Instant at={lastFlakyAt} now={now} />}
      </Definition>
      <Definition term="Service">{test.service}</Definition>
      <Definition term="Suite">
        <TextLink href={`/scorecards/tests?service=${test.service}&suite=${encodeURIComponent(test.suite)}`}>
          {test.suite}
        </TextLink>
      </Definition>
      <Definition term="File">
        <span className="wrap-anywhere">{test.file ?? "not named"}</span>
      </Definition>
      <Definition term="First seen">
        <Instant at={test.firstSeenAt} now={now} />
      </Definition>
    </DefinitionList>
  );
}
