import type { Adapter } from "../adapter";
import { readHead } from "../head";
import { isHeyCsv, readHeyCsv } from "./hey-csv";
import { isHeySummary, readHeySummary } from "./hey-summary";

/** What hey prints: its summary, or the requests one by one with `-o csv`. */
export const hey: Adapter = {
  name: "hey",
  title: "hey summary or CSV",
  kind: "performance",
  detects: (head) => isHeyCsv(head) || isHeySummary(head),
  async read(io, path, sink) {
    const isCsv = isHeyCsv(await readHead(io, path));
    await (isCsv ? readHeyCsv(io, path, sink) : readHeySummary(io, path, sink));
  },
};
