import { z } from "zod";
import { badInput } from "../../exit";
import type { Adapter, ReportedFinding } from "../adapter";
import { asObject, jsonHead } from "../json-head";
import { expectKind, readJsonParts, shaped } from "../json-parts";
import { findingId } from "./finding-id";
import { Occurrences } from "./occurrences";
import { inProject } from "./place";
import { severityOfWord } from "./severity";

const text = z.string().min(1);
const result = z.object({
  filename: text,
  line_number: z.int(),
  test_id: text,
  issue_severity: text,
  issue_text: z.string(),
});
const error = z.object({ filename: z.string(), reason: z.string() });
const totals = z.object({ loc: z.int().nonnegative() });

/** The JSON of bandit. A file that it could not read is a violation, and so is a scan of nothing. */
export const bandit: Adapter = {
  name: "bandit",
  title: "bandit JSON",
  kind: "security",
  detects(head) {
    const { errors, generated_at, metrics } = jsonHead(head);
    if (!Array.isArray(errors) || typeof generated_at !== "string") return false;
    return (
      metrics === undefined ||
      Object.values(asObject(metrics)).some((each) => "loc" in asObject(each) || "SEVERITY.HIGH" in asObject(each))
    );
  },
  async read(io, path, sink) {
    const seen = new Set<string>();
    const occurrences = new Occurrences();
    const sees = (key: string) => expectKind(["array"], () => seen.add(key));
    await readJsonParts(io, path, {
      "$.errors#": sees("errors"),
      "$.errors.*": (value, where) => {
        const { filename, reason } = shaped(error, value, where);
        sink.violation(`bandit could not scan ${inProject(io, filename)}: ${reason}`);
      },
      "$.metrics._totals": (value, where) => {
        seen.add("metrics");
        if (shaped(totals, value, where).loc === 0) sink.violation(`${path}: bandit scanned no line of code`);
      },
      "$.results#": sees("results"),
      "$.results.*": (value, where) => {
        const { filename, ...rest } = shaped(result, value, where);
        sink.finding(ofResult({ ...rest, filename: inProject(io, filename) }, occurrences));
      },
    });
    for (const key of ["errors", "metrics", "results"]) {
      if (!seen.has(key)) throw badInput(`${path}: is no bandit report, it has no ${key}`);
    }
    sink.scanned();
  },
};

function ofResult(
  { filename, line_number, test_id, issue_severity, issue_text }: z.output<typeof result>,
  occurrences: Occurrences,
): ReportedFinding {
  return {
    id: findingId(test_id, occurrences.place(test_id, `${filename}:${line_number}`)),
    severity: severityOfWord(issue_severity),
    title: issue_text,
  };
}
