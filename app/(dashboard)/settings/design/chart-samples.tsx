import type { ChartMark, ChartSeries, ChartStretch } from "@/components/charts/chart-model";
import { SmallMultiples } from "@/components/charts/small-multiples";
import { Sparkline } from "@/components/charts/sparkline";
import { TrendChart } from "@/components/charts/trend-chart";
import { Part, Sample } from "./parts";

const WEEKS = 13;
const WEEK_MS = 7 * 86_400_000;
const BEGIN = Date.UTC(2026, 7, 24);
const weeks: ChartStretch[] = Array.from({ length: WEEKS }, (_, at) => ({
  from: new Date(BEGIN + at * WEEK_MS).toISOString(),
  until: new Date(BEGIN + (at + 1) * WEEK_MS).toISOString(),
}));

/** A wave that is the same at every visit. */
const wave = (place: number, low: number, high: number): number[] =>
  weeks.map((_, at) => low + ((high - low) * (1 + Math.sin(at * 0.7 + place * 1.3))) / 2);

const SERVICES = ["auditor", "catalogue", "eval-suite", "mapping", "payments", "scheduler", "search", "service-api"];
const eight: ChartSeries[] = SERVICES.map((label, place) => ({ id: label, label, values: wave(place, 0.55, 1) }));
/** Runs of each week, of which some passed; null in weeks without a run. */
const passed = (place: number): (number | null)[] =>
  wave(place, 8, 14).map((value, at) => ([3, 5, 9 + place].includes(at) ? null : Math.round(value)));
const withGaps: ChartSeries[] = SERVICES.slice(0, 2).map((label, place) => ({
  ...{ id: label, label },
  values: passed(place).map((count) => (count === null ? null : count / 14)),
  details: passed(place).map((count) => (count === null ? null : `${count} of 14`)),
}));
const stacked: ChartSeries[] = SERVICES.slice(0, 4).map((label, place) => ({
  ...{ id: label, label },
  values: wave(place, 0, 6).map((value, at) => (at === 4 ? null : Math.floor(value))),
}));
const marks: ChartMark[] = [
  { at: "2026-09-09T08:00:00.000Z", kind: "release", label: "payments 2026.9.1", href: "#charts" },
  { at: "2026-10-02T16:00:00.000Z", kind: "incident", label: "INC-7 Checkout answers 500", href: "#charts" },
  { at: "2026-10-21T08:00:00.000Z", kind: "release", label: "payments 2026.10.4", href: "#charts" },
];

export function ChartSamples() {
  const limit = { value: 0.8, label: "at least 80%" };
  return (
    <Part id="charts" description="Colour, dash and marker each tell series apart. Gaps are gaps. Arrow keys walk.">
      <TrendChart
        title="Runs that passed"
        says="Two services between 55% and 100%, with a limit of 80%."
        stretches={weeks}
        series={withGaps}
        unit="share"
        limit={limit}
        marks={marks}
        fileName="sample-runs"
      />
      <TrendChart
        title="As many series as can be told apart"
        says="Eight services between 55% and 100%."
        stretches={weeks}
        series={eight}
        unit="share"
        scale={{ low: 0.5, high: 1 }}
        fileName="sample-eight"
      />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <TrendChart
          title="Releases"
          says="Releases of four services, up to 17 a week."
          stretches={weeks}
          series={stacked}
          unit="count"
          kind="bars"
          fileName="sample-releases"
        />
        <TrendChart
          title="Without data"
          says="There is no data."
          stretches={weeks}
          series={[{ id: "none", label: "Mean time to resolve", values: weeks.map(() => null) }]}
          unit="ms"
          fileName="sample-empty"
        />
      </div>
      <Sample name="SmallMultiples">
        <SmallMultiples
          title="Runs that passed, by service"
          says="Eight services between 55% and 100%."
          items={eight.map(({ id, label, values }) => ({
            ...{ id, label, values },
            href: "#charts",
            latest: `${Math.round((values.at(-1) ?? 0) * 100)}%`,
          }))}
          stretches={weeks}
          unit="share"
          scale={{ low: 0.5, high: 1 }}
          limit={limit}
          itemLabel="Service"
          fileName="sample-services"
        />
      </Sample>
      <Sample name="Sparkline">
        <Sparkline values={wave(2, 0, 10)} scale={{ low: 0, high: 10 }} current={9} limit={8} label="A wave up to 10" />
      </Sample>
    </Part>
  );
}
