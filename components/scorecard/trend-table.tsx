import { durationText } from "@/components/time/format";
import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { TrendRun, TrendSuite } from "@/lib/registry/scorecard/trend";
import { percent } from "./figures";
import { suiteWord } from "./result-status";
import { shortRun } from "./short-run";

type TrendTableProps = { runs: readonly TrendRun[]; suites: readonly string[]; now: string };

/** The figures of a trend, newest run first. */
export function TrendTable({ runs, suites, now }: TrendTableProps) {
  return (
    <Table caption="Runs around this one, newest first" scroll>
      <THead>
        <Tr>
          <Th>Run</Th>
          <Th>Age</Th>
          {suites.map((name) => (
            <Th key={name}>{name}</Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {runs.toReversed().map((run) => (
          <Tr key={run.id}>
            <Td header className="whitespace-nowrap">
              {run.current ? (
                <span className="font-medium">{shortRun(run.runId)} (this run)</span>
              ) : (
                <TextLink quiet href={`/scorecards/${run.id}`}>
                  {shortRun(run.runId)}
                </TextLink>
              )}
            </Td>
            <Td className="whitespace-nowrap">
              <Instant at={run.generatedAt} now={now} />
            </Td>
            {suites.map((name) => (
              <Td key={name} className="whitespace-nowrap">
                {cellText(run.suites.find((suite) => suite.name === name))}
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function cellText(suite: TrendSuite | undefined): string {
  if (!suite) return "–";
  const { status, durationSeconds, successRate } = suite;
  return [
    suiteWord(status),
    ...(durationSeconds === null ? [] : [durationText(durationSeconds * 1000)]),
    ...(successRate === null ? [] : [percent(successRate)]),
  ].join(" · ");
}
