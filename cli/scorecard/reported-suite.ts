import type { TestResult } from "@/lib/core/test-results/wire";
import type { Adapter } from "../adapters/adapter";
import { adapterFor } from "../adapters/registry";
import { SuiteEvidence } from "../adapters/suite-evidence";
import { badInput } from "../exit";
import { findFiles } from "../files/glob";
import type { Io } from "../io";
import { type SuiteDocument, suiteDocument } from "./suite-document";

/** A file or pattern; without a format each file is recognised by itself. */
export type SuiteReports = { pattern: string; format?: string };
export type ReportedSuite = { document: SuiteDocument; tests: TestResult[] };

/**
 * One suite as its reports show it. Each report of tests is one more attempt, in the order given: failed and then
 * passed is flaky. Measurements and scans belong together: the worst counts, and all findings.
 */
export async function readReportedSuite(
  io: Io,
  suite: string,
  reports: readonly SuiteReports[],
): Promise<ReportedSuite> {
  const files: { path: string; adapter: Adapter }[] = [];
  for (const { pattern, format } of reports) {
    for (const path of await findFiles(io, pattern)) files.push({ path, adapter: await adapterFor(io, path, format) });
  }
  const evidence = new SuiteEvidence(suite);
  for (const { path, adapter } of files.filter((file) => file.adapter.kind === "tests")) {
    evidence.startAttempt();
    await adapter.read(io, path, evidence);
  }
  evidence.startAttempt();
  for (const { path, adapter } of files.filter((file) => file.adapter.kind !== "tests")) {
    await adapter.read(io, path, evidence);
  }
  // A measurement or a scan that was read to its end is a run of the suite; without a violation it passed.
  if (files.every(({ adapter }) => adapter.kind !== "tests")) evidence.finishAttempt({ passed: true });
  const result = evidence.result();
  const document = suiteDocument(suite, result, { artifacts: files.map(({ path }) => path) });
  return { document, tests: result.results };
}

/** `unit=a.xml`, `unit=b.xml` → unit: a.xml, b.xml, in their order. */
export function reportsBySuite(
  options: readonly { option: string; pairs: readonly string[]; format?: string }[],
): Map<string, SuiteReports[]> {
  const groups = new Map<string, SuiteReports[]>();
  for (const { option, pairs, format } of options) {
    for (const pair of pairs) {
      const at = pair.indexOf("=");
      const [name, pattern] = [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()];
      if (!name || !pattern) throw badInput(`${option} ${pair}: write SUITE=FILE, such as unit=reports/unit.xml`);
      groups.set(name, [...(groups.get(name) ?? []), { pattern, ...(format === undefined ? {} : { format }) }]);
    }
  }
  return groups;
}
