import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ScorecardSummary } from "@/lib/registry/scorecard/queries";
import { RunResult } from "./result-status";
import { shortRun } from "./short-run";
import { SuiteSummary } from "./suite-summary";

export function ScorecardTable({ items, now }: { items: ScorecardSummary[]; now: string }) {
  return (
    <Table caption="Scorecards, newest first">
      <THead>
        <Tr>
          <Th>Run</Th>
          <Th>Service</Th>
          <Th>Environment</Th>
          <Th>Commit</Th>
          <Th>Result</Th>
          <Th>Suites</Th>
          <Th>Age</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td header label="Run">
              <TextLink quiet href={`/scorecards/${item.id}`} className="wrap-anywhere">
                {shortRun(item.runId)}
              </TextLink>
            </Td>
            <Td label="Service">{item.service}</Td>
            <Td label="Environment">{item.environment}</Td>
            <Td label="Commit">
              <code title={item.commit} className="text-sm">
                {item.commit.slice(0, 12)}
              </code>
            </Td>
            <Td label="Result">
              <RunResult passed={item.overallPassed} />
            </Td>
            <Td label="Suites">
              <SuiteSummary suites={item.suites} />
            </Td>
            <Td label="Age" className="whitespace-nowrap">
              <Instant at={item.generatedAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
