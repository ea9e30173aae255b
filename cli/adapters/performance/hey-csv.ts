import { badInput } from "../../exit";
import type { Io } from "../../io";
import type { ReportSink } from "../adapter";
import { quantityIn, readCsvRows } from "../csv-rows";
import { LatencyCounts } from "./percentile";

export const isHeyCsv = (head: string): boolean => /^\uFEFF?response-time,DNS\+dialup,DNS,/.test(head);

/**
 * Percentiles of all responses. The error rate stays unknown: the CSV leaves out requests that got no response, so that
 * one computed from its status codes could be too low. hey's summary has it.
 */
export async function readHeyCsv(io: Io, path: string, sink: ReportSink): Promise<void> {
  const latencies = new LatencyCounts();
  for await (const row of readCsvRows(io, path)) {
    const seconds = quantityIn(row, "response-time");
    const status = quantityIn(row, "status-code");
    if (seconds === undefined || status === undefined) throw badInput(`${row.where}: is no response`);
    latencies.add(seconds * 1000);
  }
  const [p50, p95, p99] = latencies.percentiles([50, 95, 99]);
  if (p50 === undefined || p95 === undefined || p99 === undefined) throw badInput(`${path}: holds no response`);
  sink.performance({ latencyP50Ms: p50, latencyP95Ms: p95, latencyP99Ms: p99 });
}
