import { badInput } from "../../exit";
import type { Io } from "../../io";
import type { Performance, ReportSink } from "../adapter";
import { readLines } from "../text-stream";

export const isHeySummary = (head: string): boolean => /^\uFEFF?\s*Summary:\s*\n\s+Total:\s+[\d.]+ secs/.test(head);

/** Of more responses than these hey does not tell how each ended. */
const TOLD_RESPONSES = 1_000_000;
const MILLISECONDS = 1000;

type Summary = {
  line: number;
  totalSeconds?: number;
  perSecond?: number;
  p50?: number;
  p95?: number;
  p99?: number;
  hasStatuses: boolean;
  responses: number;
  bad: number;
  errors: number;
};
type Numbers = "totalSeconds" | "perSecond" | "p50" | "p95" | "p99";

const FIGURES: readonly [Numbers, RegExp][] = [
  ["totalSeconds", /^\s+Total:\s+([\d.]+) secs$/],
  ["perSecond", /^\s+Requests\/sec:\s+([\d.]+)$/],
  ["p50", /^\s+50%+ in ([\d.]+) secs$/],
  ["p95", /^\s+95%+ in ([\d.]+) secs$/],
  ["p99", /^\s+99%+ in ([\d.]+) secs$/],
];

/** One file may hold the summaries of several runs. */
export async function readHeySummary(io: Io, path: string, sink: ReportSink): Promise<void> {
  let summary: Summary | null = null;
  let line = 0;
  for await (const text of readLines(io, path)) {
    line += 1;
    if (text.trim() === "Summary:") {
      if (summary) tell(summary, path, sink);
      summary = { line, hasStatuses: false, responses: 0, bad: 0, errors: 0 };
    } else if (summary) readInto(summary, text);
  }
  if (!summary) throw badInput(`${path}: holds no summary of hey`);
  tell(summary, path, sink);
}

function readInto(summary: Summary, text: string): void {
  for (const [name, pattern] of FIGURES) {
    const figure = pattern.exec(text)?.[1];
    if (figure !== undefined) summary[name] = Number(figure);
  }
  if (text.trim() === "Status code distribution:") summary.hasStatuses = true;
  const [, status, responses] = /^\s+\[(\d{3})\]\s+(\d{1,15}) responses$/.exec(text) ?? [];
  if (status && responses) {
    summary.responses += Number(responses);
    if (!/^[23]/.test(status)) summary.bad += Number(responses);
  } else {
    const errors = summary.hasStatuses && /^\s+\[(\d{1,15})\]\t/.exec(text)?.[1];
    if (errors) summary.errors += Number(errors);
  }
}

function tell(summary: Summary, path: string, sink: ReportSink): void {
  const { totalSeconds, perSecond, hasStatuses, responses, bad, errors } = summary;
  const where = `${path}: line ${summary.line}`;
  const made = responses + errors;
  if (totalSeconds === undefined || perSecond === undefined || !hasStatuses) throw badInput(`${where}: ends too early`);
  if (made === 0) throw badInput(`${where}: no request was made`);
  const missing = totalSeconds * perSecond - made;
  // The total is rounded to a tenth of a millisecond.
  const isComplete = missing <= perSecond * 0.0001 + 1;
  if (!isComplete && responses < TOLD_RESPONSES) throw badInput(`${where}: does not tell how every request ended`);
  sink.performance({ ...percentiles(summary), ...(isComplete ? { errorRate: (bad + errors) / made } : {}) });
  sink.duration(totalSeconds);
}

function percentiles({ p50, p95, p99 }: Summary): Performance {
  return {
    ...(p50 === undefined ? {} : { latencyP50Ms: inMilliseconds(p50) }),
    ...(p95 === undefined ? {} : { latencyP95Ms: inMilliseconds(p95) }),
    ...(p99 === undefined ? {} : { latencyP99Ms: inMilliseconds(p99) }),
  };
}

/** hey writes tenths of a millisecond. */
const inMilliseconds = (seconds: number): number => Math.round(seconds * MILLISECONDS * 10) / 10;
