import { z } from "zod";
import { badInput } from "../../exit";
import type { Adapter, ReportSink } from "../adapter";
import { asObject, jsonHead } from "../json-head";
import { expectKind, type JsonParts, readJsonParts, shaped } from "../json-parts";
import { ofCheck, ofScan } from "./safety-vulnerability";

const count = z.int().nonnegative();
const reportMeta = z.object({ packages_found: count.optional(), vulnerabilities_found: count.optional() });

/** The JSON of safety: of `safety check` (2 and 3) and of `safety scan` (3). What its policy ignores does not count. */
export const safety: Adapter = {
  name: "safety",
  title: "safety JSON",
  kind: "security",
  detects(head) {
    const { report_meta, meta, scan_results } = jsonHead(head);
    const isCheck = "safety_version" in asObject(report_meta);
    return isCheck || "safety_version" in asObject(meta) || "projects" in asObject(scan_results);
  },
  async read(io, path, sink) {
    const seen: Seen = { lists: new Set(), findings: 0, files: 0, meta: null };
    await readJsonParts(io, path, { ...partsOfCheck(seen, sink), ...partsOfScan(seen, sink) });
    if (seen.lists.has("vulnerabilities") && seen.meta) {
      const { packages_found, vulnerabilities_found = 0 } = seen.meta;
      if (vulnerabilities_found > seen.findings) {
        throw badInput(`${path}: tells of ${vulnerabilities_found} vulnerabilities, but lists ${seen.findings}`);
      }
      if (packages_found === 0) sink.violation(`${path}: safety saw no package`);
    } else if (!seen.lists.has("projects")) throw badInput(`${path}: is no complete report of safety`);
    else if (seen.files === 0) sink.violation(`${path}: safety scanned no file`);
    sink.scanned();
  },
};

type Seen = { lists: Set<string>; findings: number; files: number; meta: z.output<typeof reportMeta> | null };

function partsOfCheck(seen: Seen, sink: ReportSink): JsonParts {
  return {
    "$.report_meta": (value, where) => {
      seen.meta = shaped(reportMeta, value, where);
    },
    "$.vulnerabilities#": expectKind(["array"], () => seen.lists.add("vulnerabilities")),
    "$.vulnerabilities.*": (value, where) => {
      seen.findings += 1;
      sink.finding(ofCheck(value, where));
    },
  };
}

function partsOfScan(seen: Seen, sink: ReportSink): JsonParts {
  return {
    "$.scan_results.projects#": expectKind(["array"], () => seen.lists.add("projects")),
    "$.scan_results.projects.*.files#": expectKind(["array"]),
    "$.scan_results.projects.*.files.*.results.dependencies#": expectKind(["array"], () => {
      seen.files += 1;
    }),
    "$.scan_results.projects.*.files.*.results.dependencies.*": (value, where) => {
      for (const finding of ofScan(value, where)) sink.finding(finding);
    },
  };
}
