import { badInput } from "../../exit";
import type { Adapter, Performance } from "../adapter";
import { type CsvRow, quantityIn, readCsvRows } from "../csv-rows";

const COLUMNS = /^\uFEFF?"?Type"?,"?Name"?,"?Request Count"?,"?Failure Count"?,/;

/** The `*_stats.csv` of locust's --csv: its row over all requests. Times are milliseconds. */
export const locust: Adapter = {
  name: "locust",
  title: "locust *_stats.csv",
  kind: "performance",
  detects: (head) => COLUMNS.test(head),
  async read(io, path, sink) {
    let total: CsvRow | null = null;
    for await (const row of readCsvRows(io, path)) {
      if (row.cells.get("Name") === "Aggregated" && !row.cells.get("Type")) total = row;
    }
    if (!total) throw badInput(`${path}: has no row Aggregated, so it is not complete`);
    sink.performance(measured(total));
  },
};

function measured(row: CsvRow): Performance {
  const requests = quantityIn(row, "Request Count") ?? 0;
  const failures = quantityIn(row, "Failure Count") ?? 0;
  if (requests === 0) throw badInput(`${row.where}: no request was made`);
  if (failures > requests) throw badInput(`${row.where}: more failures than requests`);
  const [p50, p95, p99] = [quantityIn(row, "50%"), quantityIn(row, "95%"), quantityIn(row, "99%")];
  return {
    ...(p50 === undefined ? {} : { latencyP50Ms: p50 }),
    ...(p95 === undefined ? {} : { latencyP95Ms: p95 }),
    ...(p99 === undefined ? {} : { latencyP99Ms: p99 }),
    errorRate: failures / requests,
  };
}
