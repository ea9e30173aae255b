import { Duration } from "@/components/time/duration";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { Suite, TestCounts, VulnerabilityCounts } from "@/lib/core/scorecard/model";
import { figure } from "./figures";
import { SuiteResult } from "./result-status";

export function SuiteTable({ suites }: { suites: Suite[] }) {
  return (
    <Table caption="Suites of this run">
      <THead>
        <Tr>
          <Th>Suite</Th>
          <Th>Result</Th>
          <Th>Tests</Th>
          <Th numeric>Success rate</Th>
          <Th numeric>Flake rate</Th>
          <Th numeric>P95 (ms)</Th>
          <Th>Vulnerabilities</Th>
          <Th numeric>Duration</Th>
        </Tr>
      </THead>
      <TBody>
        {suites.map((suite) => (
          <Tr key={suite.name}>
            <Td header label="Suite" className="font-medium">
              {suite.name}
            </Td>
            <Td label="Result">
              <SuiteResult status={suite.status} />
            </Td>
            <Td label="Tests" className="tabular-nums">
              {testsText(suite.tests)}
            </Td>
            <Td label="Success rate" numeric>
              {figure(suite.successRate)}
            </Td>
            <Td label="Flake rate" numeric>
              {figure(suite.flakeRate)}
            </Td>
            <Td label="P95 (ms)" numeric>
              {figure(suite.latencyP95Ms)}
            </Td>
            <Td label="Vulnerabilities">{vulnerabilitiesText(suite.vulnerabilities)}</Td>
            <Td label="Duration" numeric>
              {suite.durationSeconds === null ? "–" : <Duration seconds={suite.durationSeconds} />}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function testsText(tests: TestCounts | null): string {
  if (!tests) return "–";
  const others = (["failed", "skipped", "flaky"] as const).filter((key) => tests[key] > 0);
  return [`${figure(tests.passed)} of ${figure(tests.total)}`, ...others.map((key) => `${tests[key]} ${key}`)].join(
    ", ",
  );
}

function vulnerabilitiesText(counts: VulnerabilityCounts | null): string {
  if (!counts) return "–";
  const found = (["critical", "high", "medium", "low"] as const).filter((severity) => counts[severity] > 0);
  return found.length === 0 ? "none" : found.map((severity) => `${counts[severity]} ${severity}`).join(", ");
}
