import { Sparkline } from "@/components/charts/sparkline";
import type { Scale } from "@/components/charts/sparkline-geometry";
import { OutcomeLegend, OutcomeStrip } from "@/components/test-result/outcome-strip";
import { durationText } from "@/components/time/format";
import { Details } from "@/components/ui/details";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { SuiteDetails } from "@/lib/core/scorecard/details";
import type { TrendRun } from "@/lib/registry/scorecard/trend";
import { percent } from "./figures";
import { durationScale, rateScale, type SuiteSeries, seriesOf, trendText, usualBefore } from "./trend-series";
import { TrendTable } from "./trend-table";

type SuiteTrendProps = { runs: readonly TrendRun[]; details: readonly SuiteDetails[]; now: string };

/** How the suites of a service and environment went over the runs around this one. */
export function SuiteTrend({ runs, details, now }: SuiteTrendProps) {
  if (runs.length < 2) {
    return <p className="text-muted">This is the only run of the service in this environment so far.</p>;
  }
  const series = seriesOf(runs);
  const [durations, rates] = [durationScale(series), rateScale(series)];
  const place = runs.findIndex(({ current }) => current);
  return (
    <>
      <Table caption="Trend of each suite, oldest run first">
        <THead>
          <Tr>
            <Th>Suite</Th>
            <Th>Results</Th>
            <Th>Duration, 0 to {durationText(durations.high)}</Th>
            <Th>
              Success rate, {percent(rates.low)} to {percent(rates.high)}
            </Th>
          </Tr>
        </THead>
        <TBody>
          {series.map((each) => (
            <TrendRow
              key={each.name}
              series={each}
              place={place}
              durations={durations}
              rates={rates}
              asked={details.find(({ name }) => name === each.name)?.thresholds ?? null}
            />
          ))}
        </TBody>
      </Table>
      <div className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
        <OutcomeLegend outcomes={["passed", "failed", "not_run"]} />
        <p className="text-muted text-sm">Marked: this run. Dashed: the limit that it asks for. Tick: no value.</p>
      </div>
      <Details summary="As a table" className="mt-2">
        <TrendTable runs={runs} suites={series.map(({ name }) => name)} now={now} />
      </Details>
    </>
  );
}

type TrendRowProps = {
  series: SuiteSeries;
  place: number;
  durations: Scale;
  rates: Scale;
  asked: SuiteDetails["thresholds"];
};

function TrendRow({
  series: { name, marks, durationsMs, successRates },
  place,
  durations,
  rates,
  asked,
}: TrendRowProps) {
  const longest = asked?.max_duration_seconds === undefined ? null : asked.max_duration_seconds * 1000;
  const lowest = asked?.min_success_rate ?? null;
  return (
    <Tr>
      <Td header label="Suite" className="font-medium">
        {name}
      </Td>
      <Td label="Results">
        <OutcomeStrip outcomes={marks} current={place} label={name} />
      </Td>
      <Td label="Duration">
        <Trend
          name={`Duration of ${name}`}
          values={durationsMs}
          place={place}
          scale={durations}
          limit={longest}
          write={durationText}
        />
      </Td>
      <Td label="Success rate">
        <Trend
          name={`Success rate of ${name}`}
          values={successRates}
          place={place}
          scale={rates}
          limit={lowest}
          write={percent}
        />
      </Td>
    </Tr>
  );
}

type TrendProps = {
  name: string;
  values: (number | null)[];
  place: number;
  scale: Scale;
  limit: number | null;
  write: (value: number) => string;
};

function Trend({ name, values, place, scale, limit, write }: TrendProps) {
  if (values.every((value) => value === null)) return <span className="text-muted">not reported</span>;
  const [now, usual] = [values[place] ?? null, usualBefore(values, place)];
  return (
    <>
      <Sparkline
        values={values}
        scale={scale}
        current={place}
        limit={limit}
        label={`${name}: ${trendText(values, place, { limit, write })}`}
      />
      <p className="text-sm tabular-nums">
        {now === null ? "no value" : write(now)}
        {usual !== null && <span className="text-muted"> · median before {write(usual)}</span>}
      </p>
    </>
  );
}
