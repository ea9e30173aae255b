import { Duration } from "@/components/time/duration";
import { Badge } from "@/components/ui/badge";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { SuiteDetails } from "@/lib/core/scorecard/details";
import type { Suite, TestCounts } from "@/lib/core/scorecard/model";
import { figure } from "./figures";
import { measuresOf } from "./suite-measures";
import { SuiteOutcome } from "./suite-outcome";
import { SuiteRate } from "./suite-rates";

export type TellingSuite = { suite: Suite; details: SuiteDetails };

export function SuiteTable({ suites }: { suites: readonly TellingSuite[] }) {
  return (
    <Table caption="Suites of this run">
      <THead>
        <Tr>
          <Th>Suite</Th>
          <Th>Result</Th>
          <Th>Tests</Th>
          <Th numeric>Success rate</Th>
          <Th numeric>Flake rate</Th>
          <Th>Also measured</Th>
          <Th numeric>Duration</Th>
        </Tr>
      </THead>
      <TBody>
        {suites.map((each) => (
          <SuiteRow key={each.suite.name} {...each} />
        ))}
      </TBody>
    </Table>
  );
}

function SuiteRow({ suite, details }: TellingSuite) {
  const measures = measuresOf(suite, details.errorBudgetBurn);
  return (
    <Tr>
      <Td header label="Suite">
        <div className="max-w-64">
          <span className="font-medium">{suite.name}</span>
          {details.blocking === false && <Badge className="ms-2">not blocking</Badge>}
          {details.description && <p className="text-muted text-sm">{details.description}</p>}
        </div>
      </Td>
      <Td label="Result">
        <div className="max-w-72">
          <SuiteOutcome suite={suite} notRun={details.notRun} />
        </div>
      </Td>
      <Td label="Tests" className="tabular-nums">
        <TestCount tests={suite.tests} attempts={details.attempts} />
      </Td>
      <Td label="Success rate" numeric>
        <SuiteRate suite={suite} which="success" />
      </Td>
      <Td label="Flake rate" numeric>
        <SuiteRate suite={suite} which="flake" />
      </Td>
      <Td label={measures.length > 0 ? "Also measured" : undefined} className="tabular-nums">
        {measures.length > 0 && (
          <ul>
            {measures.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Td>
      <Td label="Duration" numeric className="whitespace-nowrap">
        {suite.durationSeconds === null ? "–" : <Duration seconds={suite.durationSeconds} />}
      </Td>
    </Tr>
  );
}

function TestCount({ tests, attempts }: { tests: TestCounts | null; attempts: number | null }) {
  const others = (["failed", "skipped", "flaky"] as const).filter((key) => tests && tests[key] > 0);
  const notes = [
    ...others.map((key) => `${figure(tests?.[key])} ${key}`),
    ...(attempts !== null && attempts > 1 ? [`${attempts} attempts`] : []),
  ];
  return (
    <>
      <span className="whitespace-nowrap">
        {tests ? `${figure(tests.passed)} of ${figure(tests.total)} passed` : "not counted"}
      </span>
      {notes.length > 0 && <span className="block text-muted text-sm">{notes.join(", ")}</span>}
    </>
  );
}
