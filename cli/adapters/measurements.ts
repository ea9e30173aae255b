import type { VulnerabilityCounts } from "@/lib/core/scorecard/model";
import { badInput } from "../exit";
import type { Performance, ReportedFinding, Severity } from "./adapter";
import { cleanLine } from "./clean-text";

const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];
const MAX_FINDINGS = 100_000;
const LISTED_FINDINGS = 10_000;
const ID_CHARACTERS = 200;
const TITLE_CHARACTERS = 1000;

/** Of several reports the worst value of each measurement. A value that is no quantity is bad input. */
export function worst(one: Performance, other: Performance): Performance {
  const worse: Performance = { ...one };
  for (const name of ["latencyP50Ms", "latencyP95Ms", "latencyP99Ms", "errorRate"] as const) {
    const value = other[name];
    if (value === undefined) continue;
    const isQuantity = value >= 0 && value <= (name === "errorRate" ? 1 : Number.MAX_SAFE_INTEGER);
    if (!isQuantity) throw badInput(`a report's ${name} is ${value}, which cannot be`);
    worse[name] = Math.max(worse[name] ?? 0, value);
  }
  return worse;
}

/** What scanners found, each id once with its highest severity. */
export class Findings {
  readonly #byId = new Map<string, ReportedFinding>();

  add({ id, severity, title }: ReportedFinding): void {
    const cleanTitle = cleanLine(title ?? "", TITLE_CHARACTERS);
    const cleanId = cleanLine(id, ID_CHARACTERS) || "(no id)";
    const known = this.#byId.get(cleanId.toLowerCase());
    if (known && SEVERITIES.indexOf(known.severity) <= SEVERITIES.indexOf(severity)) return;
    if (this.#byId.size >= MAX_FINDINGS) throw badInput(`the reports hold more than ${MAX_FINDINGS} findings`);
    this.#byId.set(cleanId.toLowerCase(), { id: cleanId, severity, ...(cleanTitle ? { title: cleanTitle } : {}) });
  }

  counts(): VulnerabilityCounts {
    const counts: VulnerabilityCounts = { critical: 0, high: 0, medium: 0, low: 0 };
    for (const { severity } of this.#byId.values()) counts[severity] += 1;
    return counts;
  }

  /** The most severe first, at most 10 000. */
  list(): ReportedFinding[] {
    const bySeverity = SEVERITIES.flatMap((severity) => {
      return [...this.#byId.values()].filter((finding) => finding.severity === severity);
    });
    return bySeverity.slice(0, LISTED_FINDINGS);
  }
}
