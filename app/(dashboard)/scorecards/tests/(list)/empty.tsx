import { NoMatch, NothingYet } from "@/components/ui/empty-state";

const SUBMIT = "readiness submit tests readiness_tests.json --service service-api";

type NoFlakyTestProps = {
  days: number;
  /** The address narrows the list. */
  filtered: boolean;
  /** Results of single tests have arrived at some time. */
  any: boolean;
};

/** Three reasons for an empty list: nothing was ever sent, the filters hide it, or the tests are steady. */
export function NoFlakyTest({ days, filtered, any }: NoFlakyTestProps) {
  if (!any) {
    return (
      <NothingYet title="No test results have arrived yet" snippet={SUBMIT} snippetLabel="command">
        <code>readiness run</code> writes them beside the scorecard. Sent with it, they give each test a history.
      </NothingYet>
    );
  }
  if (filtered) return <NoMatch title="No flaky test matches these filters" clearHref="/scorecards/tests" />;
  return (
    <NothingYet title={`No test was flaky in the last ${days} days`}>
      Every test that ran gave the same result whenever the same commit was tested.
    </NothingYet>
  );
}
