import { Rate } from "@/components/scorecard/rate";
import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { FlakyTest } from "@/lib/registry/test-result/queries";
import { OutcomeLegend, OutcomeStrip } from "./outcome-strip";
import { TestName } from "./test-name";

type FlakyTableProps = { items: readonly FlakyTest[]; days: number; now: string };

export function FlakyTable({ items, days, now }: FlakyTableProps) {
  return (
    <>
      <Table caption={`Flaky tests of the last ${days} days, the most certainly flaky first`}>
        <THead>
          <Tr>
            <Th>Test</Th>
            <Th>Service</Th>
            <Th>Suite</Th>
            <Th numeric>Flake rate</Th>
            <Th numeric>Flaky runs</Th>
            <Th numeric className="w-28">
              Commits with both results
            </Th>
            <Th>Last runs</Th>
            <Th>Last flaky</Th>
          </Tr>
        </THead>
        <TBody>
          {items.map((item) => (
            <FlakyRow key={item.id} item={item} now={now} />
          ))}
        </TBody>
      </Table>
      <div className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
        <OutcomeLegend outcomes={["passed", "flaky", "failed", "skipped"]} />
        <p className="text-muted text-sm">
          Ranked by the lower end of the 95% interval, so that few runs do not outrank many.
        </p>
      </div>
    </>
  );
}

function FlakyRow({ item, now }: { item: FlakyTest; now: string }) {
  const { flakeRate, interval, runs, flakyRuns, enoughSample, commitsWithBothResults, recent, lastFlakyAt } = item;
  return (
    <Tr>
      <Td header label="Test">
        <TestName test={item} />
      </Td>
      <Td label="Service" className="whitespace-nowrap">
        {item.service}
      </Td>
      <Td label="Suite">{item.suite}</Td>
      <Td label="Flake rate" numeric>
        <Rate rate={flakeRate} interval={interval} enough={enoughSample} />
      </Td>
      <Td label="Flaky runs" numeric className="whitespace-nowrap">
        {flakyRuns} of {runs}
      </Td>
      <Td label="Commits with both" numeric>
        {commitsWithBothResults}
      </Td>
      <Td label="Last runs">
        <OutcomeStrip outcomes={recent} className="max-w-none!" />
      </Td>
      <Td label="Last flaky" className="whitespace-nowrap">
        {lastFlakyAt === null ? "–" : <Instant at={lastFlakyAt} now={now} />}
      </Td>
    </Tr>
  );
}
