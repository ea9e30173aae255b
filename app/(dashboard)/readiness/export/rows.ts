import { doraMeasured } from "@/components/readiness/dora-measures";
import { leadingMeasures } from "@/components/readiness/leading";
import { SUITE_MEASURES, SUITES } from "@/components/readiness/suite-measures";
import { MEASURES, TREND_MEASURES } from "@/components/readiness/trend-measures";
import { DORA_KEYS } from "@/lib/core/readiness/dora";
import { DORA_TEXTS } from "@/lib/core/readiness/dora-texts";
import type { IncidentAnalytics } from "@/lib/registry/incident/analytics-view";
import type {
  DoraView,
  LeadingNumbers,
  ReadinessTrend,
  Share,
  SuitePoint,
  SuiteTrends,
  TenantNumbers,
  TrendPoint,
  WaiverOutlook,
} from "@/lib/registry/readiness/view";
import type { FreshnessView } from "@/lib/registry/rehearsal/freshness";

/** One figure of the page. `unit`: count, rate (0…1), ms, per-day, or `word` where the value is one. */
export type FigureRow = {
  section: string;
  /** Of which service, suite, place, tenant … ; null: of all that is chosen. */
  of: string | null;
  measure: string;
  /** The stretch of time; null: now, or the whole period. */
  from: string | null;
  until: string | null;
  /** Null: there is no data, which is not 0. */
  value: number | string | null;
  previous: number | null;
  unit: string;
  /** What a rate is made of. */
  part: number | null;
  whole: number | null;
};

const NO_SPAN = { from: null, until: null };
const NOTHING_MORE = { previous: null, part: null, whole: null };
const unitOf = (unit: string): string => (unit === "share" ? "rate" : unit);

const SHARES = ["ready", "rehearsalsFresh", "firstPass", "changeFailures"] as const;

export function leadingRows(numbers: LeadingNumbers, of: string | null = null, section = "numbers"): FigureRow[] {
  return leadingMeasures(numbers).map(({ key, label, measured }) => {
    const shareKey = SHARES.find((each) => each === key);
    const made: Share | null = shareKey ? numbers[shareKey].current : null;
    return {
      ...{ section, of, measure: label, ...NO_SPAN, ...measured },
      ...{ part: made?.part ?? null, whole: made?.whole ?? null },
    };
  });
}

export const tenantRows = (tenants: readonly TenantNumbers[]): FigureRow[] =>
  tenants.flatMap(({ name, numbers }) => leadingRows(numbers, name, "tenants"));

export function trendRows({ stretches, series, total }: ReadinessTrend): FigureRow[] {
  const all: { slug: string | null; points: readonly TrendPoint[] }[] = [...series, { slug: null, points: total }];
  const madeOf = { runs: "runs", "first-pass": "firstPass", releases: null } as const;
  return all.flatMap(({ slug, points }) =>
    TREND_MEASURES.flatMap((measure) =>
      points.map((point, place): FigureRow => {
        const { label, unit, value } = MEASURES[measure];
        const key = madeOf[measure];
        const made = key && point[key];
        return {
          ...{ section: "trend", of: slug, measure: label, unit: unitOf(unit), value: value(point), previous: null },
          ...(stretches[place] ?? NO_SPAN),
          ...{ part: made?.part ?? null, whole: made?.whole ?? null },
        };
      }),
    ),
  );
}

export function suiteRows({ stretches, suites }: SuiteTrends): FigureRow[] {
  const madeOf = ({ runs, flaky }: SuitePoint) => ({ duration: null, passed: runs, flaky });
  return suites.flatMap(({ suite, points }) =>
    SUITE_MEASURES.flatMap((measure) =>
      points.map((point, place): FigureRow => {
        const { label, unit, value } = SUITES[measure];
        const made = madeOf(point)[measure];
        return {
          ...{ section: "suites", of: suite, measure: label, unit: unitOf(unit), value: value(point), previous: null },
          ...(stretches[place] ?? NO_SPAN),
          ...{ part: made?.part ?? null, whole: made?.whole ?? null },
        };
      }),
    ),
  );
}

export const rehearsalRows = ({ services }: Pick<FreshnessView, "services">): FigureRow[] =>
  services.flatMap(({ slug, cells }) =>
    cells
      .filter(({ isExpected, latestId }) => isExpected || latestId !== null)
      .map(({ environment, indicator }) => ({
        ...{ section: "rehearsals", of: `${slug} in ${environment}`, measure: "Freshness", unit: "word" },
        ...{ value: indicator.word, ...NO_SPAN, ...NOTHING_MORE },
      })),
  );

const EXPIRIES = { week: "Expire within 7 days", month: "Expire in 8 to 30 days", later: "Expire later" };

export const waiverRows = ({ groups }: Pick<WaiverOutlook, "groups">): FigureRow[] =>
  groups.map(({ key, count }) => ({
    ...{ section: "waivers", of: null, measure: EXPIRIES[key], unit: "count", value: count, ...NO_SPAN },
    ...NOTHING_MORE,
  }));

export function incidentRows({ stretches }: Pick<IncidentAnalytics, "stretches">): FigureRow[] {
  return stretches.flatMap(({ from, until, timeToResolve, ...counts }) => {
    const shared = { section: "incidents", from, until, ...NOTHING_MORE };
    const number = (["sev1", "sev2", "sev3"] as const).map((severity) => ({
      ...{ ...shared, of: severity, measure: "Incidents declared", unit: "count", value: counts[severity] },
    }));
    const mean = { of: null, measure: "Mean time to resolve", unit: "ms", value: timeToResolve?.ms ?? null };
    return [...number, { ...shared, ...mean }];
  });
}

export const doraRows = ({ keys }: DoraView): FigureRow[] =>
  DORA_KEYS.map((name) => ({
    ...{ section: "dora", of: keys.current[name].band, measure: DORA_TEXTS[name].name, ...NO_SPAN },
    ...{ ...NOTHING_MORE, ...doraMeasured(keys, name) },
  }));
