import { Duration } from "@/components/time/duration";
import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { TestHistoryRow } from "@/lib/registry/test-result/queries";
import { OutcomeStatus } from "./outcome-status";

/** How one test ended, run by run, newest first. */
export function HistoryTable({ results, now }: { results: readonly TestHistoryRow[]; now: string }) {
  return (
    <Table caption="Runs of this test, newest first">
      <THead>
        <Tr>
          <Th>Run</Th>
          <Th>Outcome</Th>
          <Th>Commit</Th>
          <Th>Environment</Th>
          <Th numeric>Duration</Th>
          <Th>Age</Th>
        </Tr>
      </THead>
      <TBody>
        {results.map((result) => (
          <Tr key={result.runId}>
            <Td header label="Run" className="wrap-anywhere">
              {result.scorecardId ? (
                <TextLink quiet href={`/scorecards/${result.scorecardId}`}>
                  {result.runId}
                </TextLink>
              ) : (
                result.runId
              )}
            </Td>
            <Td label="Outcome">
              <OutcomeStatus outcome={result.outcome} />
            </Td>
            <Td label="Commit">
              <code title={result.commit} className="text-sm">
                {result.commit.slice(0, 12)}
              </code>
              {result.acrossRuns && <span className="block text-sm text-waiver">passed and failed</span>}
            </Td>
            <Td label="Environment">{result.environment}</Td>
            <Td label="Duration" numeric className="whitespace-nowrap">
              {result.durationMs === null ? "–" : <Duration ms={result.durationMs} />}
            </Td>
            <Td label="Age" className="whitespace-nowrap">
              <Instant at={result.ranAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
