import { TextLink } from "@/components/ui/text-link";
import type { ReportedFailure } from "@/lib/core/scorecard/wire";
import { FailingTest } from "./failing-test";
import type { TellingSuite } from "./suite-table";

const SHOWN = 10;

type FailingTestsProps = {
  suites: readonly TellingSuite[];
  /** The suite of which all are shown, not only the first. */
  all?: string;
  allHref: (suite: string) => string;
  /** Where the history of a test is; nothing where it is not known. */
  historyHref: (suite: string, failure: ReportedFailure) => string | undefined;
};

/** Every test that failed, by suite, in the order of the reports. */
export function FailingTests({ suites, all, allHref, historyHref }: FailingTestsProps) {
  const failing = suites.filter(({ details }) => details.failures.length > 0);
  if (failing.length === 0) return <NoFailure suites={suites} />;
  return (
    <div className="grid gap-5">
      {failing.map(({ suite, details: { failures } }) => {
        const shown = all === suite.name ? failures : failures.slice(0, SHOWN);
        return (
          <section key={suite.name} id={anchorOf(suite.name)} aria-labelledby={`${anchorOf(suite.name)}-title`}>
            <h3 id={`${anchorOf(suite.name)}-title`} className="mb-1 font-medium">
              {suite.name}
              <span className="ms-2 font-normal text-muted tabular-nums">{failures.length}</span>
            </h3>
            <ul className="divide-y border-y">
              {shown.map((failure, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: reports may name one test twice, and never change
                <li key={index}>
                  <FailingTest failure={failure} historyHref={historyHref(suite.name, failure)} />
                </li>
              ))}
            </ul>
            {shown.length < failures.length && (
              <p className="mt-2">
                <TextLink href={`${allHref(suite.name)}#${anchorOf(suite.name)}`}>
                  Show all {failures.length} failing tests of {suite.name}
                </TextLink>
              </p>
            )}
            <Unsent failed={suite.tests?.failed ?? 0} sent={failures.length} />
          </section>
        );
      })}
    </div>
  );
}

const anchorOf = (suite: string): string => `failing-${suite.replace(/[^a-z0-9]+/g, "-")}`;

function NoFailure({ suites }: Pick<FailingTestsProps, "suites">) {
  const failed = suites.reduce((sum, { suite }) => sum + (suite.tests?.failed ?? 0), 0);
  if (failed === 0) return <p className="text-muted">No suite reports a failing test.</p>;
  return (
    <p className="text-muted">{failed === 1 ? "1 test" : `${failed} tests`} failed. The pipeline did not send which.</p>
  );
}

/** A document holds at most 200 failures of a suite; the rest is in its reports alone. */
function Unsent({ failed, sent }: { failed: number; sent: number }) {
  if (failed <= sent) return null;
  return (
    <p className="mt-2 text-muted text-sm">
      {failed - sent} more failed. The pipeline sent the first {sent}; its own reports have them all.
    </p>
  );
}
