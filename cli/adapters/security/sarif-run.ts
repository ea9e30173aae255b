import { createHash } from "node:crypto";
import { badInput } from "../../exit";
import type { Io } from "../../io";
import type { ReportedFinding, ReportSink, Severity } from "../adapter";
import { findingId } from "./finding-id";
import { Occurrences } from "./occurrences";
import { inProject } from "./place";
import type { SarifResult, SarifRule } from "./sarif-shape";
import { readScore, severityOfLevel, severityOfScore, UNKNOWN_SEVERITY } from "./severity";

const NOT_FAILED = new Set(["pass", "open", "informational", "notApplicable", "review"]);
const FINGERPRINT_CHARACTERS = 12;

/** What counts of a result, kept until the run's rules are known: they may come after its results. */
type Waiting = {
  ruleId: string | undefined;
  ruleIndex: number | undefined;
  level: string | undefined;
  score: string | number | undefined;
  place: string;
  text: string | undefined;
};

/** One run of one tool within a SARIF file. */
export class SarifRun {
  readonly #rules = new Map<string, SarifRule>();
  readonly #driverRules: SarifRule[] = [];
  readonly #waiting: Waiting[] = [];
  tool = "";
  hasResults = false;
  hasFailed = false;

  constructor(
    readonly io: Io,
    readonly where: string,
  ) {}

  addRule(rule: SarifRule, isDriver: boolean): void {
    if (isDriver) this.#driverRules.push(rule);
    if (!this.#rules.has(rule.id)) this.#rules.set(rule.id, rule);
  }

  addResult(result: SarifResult): void {
    const isGone = result.baselineState === "absent";
    if (isGone || NOT_FAILED.has(result.kind ?? "fail") || isSuppressed(result)) return;
    const index = result.ruleIndex ?? result.rule?.index;
    this.#waiting.push({
      ruleId: result.ruleId ?? result.rule?.id,
      ruleIndex: index === -1 ? undefined : index,
      level: result.level,
      score: result.properties?.["security-severity"],
      place: placeOf(this.io, result),
      text: result.message.text,
    });
  }

  /** A run without results found out nothing; with none in its list, it found nothing. */
  finish(sink: ReportSink): void {
    if (!this.tool) throw badInput(`${this.where}: names no tool`);
    if (!this.hasResults) sink.violation(`${this.where}: ${this.tool} produced no results`);
    if (this.hasFailed) sink.violation(`${this.where}: ${this.tool} did not run successfully`);
    const occurrences = new Occurrences();
    for (const waiting of this.#waiting) sink.finding(this.#finding(waiting, occurrences));
  }

  #finding({ ruleId, ruleIndex, level, score, place, text }: Waiting, occurrences: Occurrences): ReportedFinding {
    const rule = this.#rule(ruleId, ruleIndex);
    const name = ruleId ?? rule?.id ?? this.tool;
    const title = text ?? rule?.shortDescription?.text;
    return {
      id: findingId(name, occurrences.place(name, place)),
      severity: severityOf(
        score ?? rule?.properties?.["security-severity"],
        level ?? rule?.defaultConfiguration?.level,
      ),
      ...(title ? { title } : {}),
    };
  }

  /** The id of a result may add parts to that of its rule: `CA2101/1`. */
  #rule(id: string | undefined, index: number | undefined): SarifRule | undefined {
    for (let name = id ?? ""; name !== ""; name = name.slice(0, Math.max(name.lastIndexOf("/"), 0))) {
      const rule = this.#rules.get(name);
      if (rule) return rule;
    }
    return id === undefined && index !== undefined ? this.#driverRules[index] : undefined;
  }
}

/** Accepted by all who judged it; an absent status means accepted. */
function isSuppressed({ suppressions }: SarifResult): boolean {
  const judged = suppressions ?? [];
  return judged.length > 0 && judged.every(({ status }) => status === undefined || status === "accepted");
}

/** The standard's default level is warning. */
function severityOf(score: string | number | undefined, level: string | undefined): Severity {
  if (score === undefined) return severityOfLevel(level ?? "warning");
  const read = readScore(score);
  return read === null ? UNKNOWN_SEVERITY : severityOfScore(read);
}

/** File and, where the tool gives one, a fingerprint, which stays where lines move; else the line. */
function placeOf(io: Io, { locations, fingerprints, partialFingerprints }: SarifResult): string {
  const { physicalLocation, logicalLocations } = locations?.[0] ?? {};
  const uri = physicalLocation?.artifactLocation?.uri;
  const logical = logicalLocations?.[0]?.fullyQualifiedName ?? logicalLocations?.[0]?.name;
  const file = uri ? inProject(io, uri) : (logical ?? "");
  const prints = Object.entries({ ...partialFingerprints, ...fingerprints }).sort();
  if (prints.length > 0) {
    const digest = createHash("sha256").update(JSON.stringify(prints)).digest("hex");
    return `${file} ${digest.slice(0, FINGERPRINT_CHARACTERS)}`.trim();
  }
  const line = physicalLocation?.region?.startLine;
  return line === undefined ? file : `${file}:${line}`;
}
