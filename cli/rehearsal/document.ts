import { type DrillTime, judgeDrill, remainingSteps } from "@/lib/core/rehearsal/drill";
import { type RehearsalDocument, type RehearsalStep, rehearsalDocument } from "@/lib/core/rehearsal/schema";
import type { RehearsalConfig } from "./config";
import type { TimedStep } from "./step";

const MAX_GAP = 5000;
const MAX_DETAIL = 2000;
const MAX_GAPS = 200;

export type DrillPlace = { service: string; environment: string; participants: string[] };
export type DrillProgress = { startedAt: Date; now: Date; steps: readonly TimedStep[] };

/** The record of a drill as far as it has come; of one that goes on it is what counts should it never end. */
export function documentOf(config: RehearsalConfig, place: DrillPlace, progress: DrillProgress): RehearsalDocument {
  const { startedAt, steps } = progress;
  const finishedAt = latest(progress.now, startedAt, ...steps.map((step) => step.finishedAt));
  const { outcome, gaps } = judgeDrill(steps, timeOf(config, startedAt, finishedAt));
  const begun = begunSteps(steps);
  const skipped = remainingSteps(steps).map((name): RehearsalStep => {
    const at = finishedAt.toISOString();
    return { name, started_at: at, finished_at: at, outcome: "not_run" };
  });
  return rehearsalDocument.parse({
    kind: "rollback",
    ...place,
    started_at: startedAt.toISOString(),
    finished_at: finishedAt.toISOString(),
    outcome,
    gaps: [...gaps.map((gap) => gap.slice(0, MAX_GAP)), ...config.gaps].slice(0, MAX_GAPS),
    ...(config.evidence_url === undefined ? {} : { evidence_url: config.evidence_url }),
    from_version: config.from_version,
    to_version: config.to_version,
    steps: [...begun, ...skipped],
  });
}

function begunSteps(steps: readonly TimedStep[]): RehearsalStep[] {
  return steps.map((step) => ({
    name: step.name,
    started_at: step.startedAt.toISOString(),
    finished_at: step.finishedAt.toISOString(),
    outcome: step.ended === "passed" ? "passed" : "failed",
    ...(step.ended === "passed" ? {} : { detail: detailOf(step).slice(0, MAX_DETAIL) }),
  }));
}

const detailOf = (step: TimedStep): string => (step.ended === "failed" ? step.fault : "was interrupted");

function timeOf({ max_duration_seconds: max }: RehearsalConfig, startedAt: Date, finishedAt: Date): DrillTime {
  return { tookSeconds: (finishedAt.getTime() - startedAt.getTime()) / 1000, maxSeconds: max ?? null };
}

const latest = (...times: Date[]): Date => new Date(Math.max(...times.map((time) => time.getTime())));
