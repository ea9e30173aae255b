import { dayText } from "@/components/time/day-text";
import { durationText } from "@/components/time/format";
import { lastInstant, spanText } from "@/components/time/period-words";
import { Details } from "@/components/ui/details";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { SEVERITIES, SEVERITY_WORDS, type Severity } from "@/lib/core/incident/model";
import type { Stretch } from "@/lib/registry/incident/analytics-view";
import { BarChart, Legend } from "./bar-chart";
import { MeanText } from "./mean-text";

const FILLS: Record<Severity, string> = { sev1: "fill-no-go", sev2: "fill-waiver", sev3: "fill-info" };

/** How many incidents there were and how long they took, over time: two charts and the table that both are drawn from. */
export function StretchCharts({ stretches }: { stretches: readonly Stretch[] }) {
  const counts = stretches.map((each) => SEVERITIES.map((severity) => each[severity]));
  const times = stretches.map(({ timeToResolve }) => [timeToResolve?.ms ?? null]);
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  const ends = endsOf(stretches);
  const slowest = Math.max(0, ...times.flat().map((ms) => ms ?? 0));
  return (
    <>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <div className="min-w-0">
          <h3 className="mb-1 font-medium">Incidents</h3>
          <Legend items={SEVERITIES.map((each) => ({ label: SEVERITY_WORDS[each], fill: FILLS[each] }))} />
          <BarChart
            columns={counts}
            fills={SEVERITIES.map((each) => FILLS[each])}
            label={`${total} incidents over ${stretches.length} stretches of time, by severity`}
            top={String(Math.max(0, ...counts.map((each) => each.reduce((sum, count) => sum + count, 0))))}
            {...ends}
          />
        </div>
        <div className="min-w-0">
          <h3 className="mb-1 font-medium">Mean time to resolve</h3>
          <Legend items={[{ label: "Incidents declared then", fill: "fill-accent" }]} />
          <BarChart
            columns={times}
            fills={["fill-accent"]}
            label={`Mean time to resolve over time, at most ${slowest > 0 ? durationText(slowest) : "no data"}`}
            top={slowest > 0 ? durationText(slowest) : "no data"}
            {...ends}
          />
        </div>
      </div>
      <Details summary="The same as a table" className="mt-3">
        <StretchTable stretches={stretches} />
      </Details>
    </>
  );
}

function endsOf(stretches: readonly Stretch[]) {
  const [first, last] = [stretches[0], stretches.at(-1)];
  return { from: first ? dayText(first.from) : "", until: last ? dayText(lastInstant(last.until)) : "" };
}

function StretchTable({ stretches }: { stretches: readonly Stretch[] }) {
  return (
    <Table caption="Incidents and mean time to resolve over time">
      <THead>
        <Tr>
          <Th>Declared</Th>
          {SEVERITIES.map((severity) => (
            <Th key={severity} numeric>
              {SEVERITY_WORDS[severity]}
            </Th>
          ))}
          <Th numeric>Mean time to resolve</Th>
        </Tr>
      </THead>
      <TBody>
        {stretches.map((each) => (
          <Tr key={each.from}>
            <Td header label="Declared" className="whitespace-nowrap">
              {spanText(each)}
            </Td>
            {SEVERITIES.map((severity) => (
              <Td key={severity} label={SEVERITY_WORDS[severity]} numeric>
                {each[severity]}
              </Td>
            ))}
            <Td label="Mean time to resolve" numeric>
              <MeanText mean={each.timeToResolve} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
