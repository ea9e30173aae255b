import { FailingTests } from "@/components/scorecard/failing-tests";
import type { TellingSuite } from "@/components/scorecard/suite-table";
import { Section } from "@/components/ui/section";
import { failureKey, type knownFailures } from "@/lib/registry/scorecard/known-tests";
import type { Loading } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";

type FailingSectionProps = {
  suites: readonly TellingSuite[];
  /** Ids of the tests that have a history; where it cannot be read, the failures are shown without links. */
  known: Loading<typeof knownFailures>;
  path: string;
  all?: string;
};

export async function FailingSection({ suites, known: pending, path, all }: FailingSectionProps) {
  const known = await pending;
  const count = suites.reduce((sum, { details }) => sum + details.failures.length, 0);
  return (
    <Section title="Failing tests" count={count}>
      <FailingTests
        suites={suites}
        all={all}
        allHref={(suite) => hrefOf(path, { failing: suite })}
        historyHref={(suite, failure) => {
          const id = known.ok ? known.data.get(failureKey(suite, failure)) : undefined;
          return id && `/scorecards/tests/${id}`;
        }}
      />
    </Section>
  );
}
