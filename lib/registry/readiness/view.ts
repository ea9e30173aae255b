import type { DoraKeys } from "@/lib/core/readiness/dora";
import type { Measured } from "@/lib/core/readiness/measured";

/** What the leadership overview is narrowed to. No period: the usual one. */
export type ReadinessRequest = { period?: string; service?: string; environment?: string };

/** An instant range as ISO texts, from `from` until before `until`. */
export type SpanView = { from: string; until: string };

/** The at most five numbers, each now (or over the period) and at its beginning (or over the one before). */
export type LeadingNumbers = {
  period: SpanView & { id: string };
  /** When the first three are judged: at the end of the period, or now while it lasts, and at its beginning. */
  instants: { current: string; previous: string };
  /** Releases on their way whose latest decision still approves, of all that are on their way. */
  ready: Compared<Share>;
  /** Places (service and environment) that must be rehearsed and were in time, of all such places. */
  rehearsalsFresh: Compared<Share>;
  /** Open action items of incidents that are past their due date. */
  itemsOverdue: Compared<number>;
  /** Releases that the gate approved at its first evaluation, of all that were first evaluated in the period. */
  firstPass: Compared<Share>;
  /** Releases rolled out in the period that an incident is put down to, of all rolled out in it. */
  changeFailures: Compared<Share>;
  now: string;
  rollups: RollupState;
};
export type Share = { part: number; whole: number };
export type Compared<T> = { current: T; previous: T };

/** Days that have changed since they were last counted. `isWhole`: none is left out, because what waits was counted anew. */
export type RollupState = { waiting: number; isWhole: boolean };

/** One stretch of time of a trend: weeks, or months where the period is long. */
export type TrendPoint = {
  /** Readiness runs, and those that passed. */
  runs: Share;
  firstPass: Share;
  releases: number;
};
export type TrendMark = { at: string; kind: "release" | "incident"; label: string; href: string };
export type ReadinessTrend = {
  stretches: SpanView[];
  /** One for each service, or environment where one service is chosen; points in the order of the stretches. */
  series: { slug: string; name: string; points: TrendPoint[] }[];
  /** Releases to production and incidents, where one service is chosen; at most 200, the newest. */
  marks: TrendMark[];
  /** Of all that is chosen together. */
  total: TrendPoint[];
  now: string;
  rollups: RollupState;
};

export type SuitePoint = {
  runs: Share;
  /** Tests that failed and then passed, of those executed; a whole of 0 says nothing. */
  flaky: Share;
  /** Median length of a run in seconds; null where none told it. */
  medianSeconds: number | null;
};
export type SuiteTrends = {
  stretches: SpanView[];
  suites: { suite: string; points: SuitePoint[]; total: SuitePoint }[];
  /** From the policy in force: a flake rate must stay under it. */
  flakeRateLimit: number | null;
  now: string;
  rollups: RollupState;
};

export type DoraView = { keys: Compared<DoraKeys>; measures: Measured; now: string; rollups: RollupState };

/** Waivers in force by how long they still last. Each is a list behind `/waivers`. */
export type WaiverOutlook = {
  groups: { key: "week" | "month" | "later"; count: number }[];
  /** The next ones to expire. */
  next: { id: string; checkId: string; service: string; version: string | null; expiresAt: string }[];
  now: string;
};

/** The five numbers of each tenant that the reader is a member of. */
export type TenantNumbers = { id: string; name: string; sample: boolean; numbers: LeadingNumbers };
