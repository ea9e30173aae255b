import type { StageEvidence } from "./evidence";
import { STAGE_ENDS, STAGE_ORDER, type Stage, type StageState, type StageStatus } from "./stages";

/** One thing that happened to a stage. `at` in RFC 3339. */
export type StageEvent = {
  stage: string;
  status: StageStatus;
  at: string;
  by: string;
  note: string | null;
  evidence: readonly StageEvidence[];
};

/** A stage as far as it came: its last attempt, and how many there were. */
export type StageStep = {
  stage: Stage;
  status: StageStatus | "ahead";
  isCurrent: boolean;
  /** Null where it was reported as done at once. */
  startedAt: string | null;
  finishedAt: string | null;
  /** From start to finish; null while it runs, or where it has no start of its own. */
  durationMs: number | null;
  startedBy: string | null;
  finishedBy: string | null;
  note: string | null;
  evidence: StageEvidence[];
  attempts: number;
};

type Attempt = { start: StageEvent | null; finish: StageEvent | null };

/**
 * The way of a release from its events, oldest first: every stage in order with its last attempt, then the end that cut
 * it short, where one did; what such a release never reached is left out. Pure.
 */
export function stageTimeline(current: StageState, events: readonly StageEvent[]): StageStep[] {
  const isEnd = (STAGE_ENDS as readonly Stage[]).includes(current.stage);
  const steps = STAGE_ORDER.map((stage) => stepOf(stage, current, events));
  if (!isEnd) return steps;
  return [...steps.filter(({ status }) => status !== "ahead"), stepOf(current.stage, current, events)];
}

function stepOf(stage: Stage, current: StageState, events: readonly StageEvent[]): StageStep {
  const attempts = attemptsOf(events.filter((event) => event.stage === stage));
  const last = attempts.at(-1);
  const [start, finish] = [last?.start ?? null, last?.finish ?? null];
  const isCurrent = stage === current.stage;
  const told = [start, finish].flatMap((event) => (event ? [event] : []));
  return {
    stage,
    status: isCurrent ? current.status : (told.at(-1)?.status ?? "ahead"),
    isCurrent,
    startedAt: start?.at ?? null,
    finishedAt: finish?.at ?? null,
    durationMs: start && finish ? Math.max(0, Date.parse(finish.at) - Date.parse(start.at)) : null,
    startedBy: start?.by ?? null,
    finishedBy: finish?.by ?? null,
    note: told.findLast(({ note }) => note !== null)?.note ?? null,
    evidence: distinct(told.flatMap(({ evidence }) => evidence)),
    attempts: attempts.length,
  };
}

/** Each once; and once there is a manifest, its draft proves nothing any more. */
function distinct(evidence: readonly StageEvidence[]): StageEvidence[] {
  const isPut = evidence.some(({ kind }) => kind === "manifest");
  const byName = new Map(evidence.map((each) => [JSON.stringify([each.kind, each.id, each.url, each.label]), each]));
  return [...byName.values()].filter(({ kind }) => !(isPut && kind === "draft"));
}

/** `running` opens an attempt; anything else closes the open one, or is an attempt of its own. */
function attemptsOf(events: readonly StageEvent[]): Attempt[] {
  const attempts: Attempt[] = [];
  for (const event of events) {
    const open = attempts.at(-1);
    if (event.status === "running") attempts.push({ start: event, finish: null });
    else if (open?.start && !open.finish) open.finish = event;
    else attempts.push({ start: null, finish: event });
  }
  return attempts;
}
