import { z } from "zod";
import { badInput } from "../../exit";
import type { Adapter, ReportedFinding } from "../adapter";
import { jsonHead } from "../json-head";
import { expectKind, readJsonParts, shaped } from "../json-parts";
import { findingId } from "./finding-id";
import { severityOfWord } from "./severity";

const text = z.string().min(1);
const severity = z.string().optional();
const vulnerability = z.object({
  VulnerabilityID: text,
  PkgName: text,
  Severity: severity,
  Title: z.string().optional(),
});
const misconfiguration = z.object({
  ID: text,
  Severity: severity,
  Status: z.string().optional(),
  Title: z.string().optional(),
  Message: z.string().optional(),
  CauseMetadata: z.object({ Resource: z.string().optional(), StartLine: z.int().optional() }).optional(),
});
const secret = z.object({
  RuleID: text,
  Severity: severity,
  Title: z.string().optional(),
  StartLine: z.int().optional(),
});
const LISTS = ["array", "null"];

/** The JSON of Trivy: vulnerabilities, failed misconfiguration checks and secrets. Licences are not vulnerabilities. */
export const trivy: Adapter = {
  name: "trivy",
  title: "Trivy JSON",
  kind: "security",
  detects(head) {
    const { SchemaVersion, ArtifactName, ArtifactType, Results } = jsonHead(head);
    const isNamed = typeof ArtifactName === "string" || typeof ArtifactType === "string";
    return typeof SchemaVersion === "number" && (isNamed || Array.isArray(Results));
  },
  async read(io, path, sink) {
    let version = 0;
    const targets = new Targets((finding) => sink.finding(finding));
    await readJsonParts(io, path, {
      "$.SchemaVersion": (value, where) => {
        version = shaped(z.literal(2), value, where);
      },
      "$.Results#": expectKind(LISTS),
      "$.Results.*#": expectKind(["object"], () => targets.begin()),
      "$.Results.*.Target": (value, where) => {
        targets.name = shaped(z.string(), value, where);
      },
      "$.Results.*.Vulnerabilities#": expectKind(LISTS),
      "$.Results.*.Vulnerabilities.*": (value, where) => sink.finding(ofVulnerability(value, where)),
      "$.Results.*.Misconfigurations#": expectKind(LISTS),
      "$.Results.*.Misconfigurations.*": (value, where) => targets.add(ofMisconfiguration(value, where)),
      "$.Results.*.Secrets#": expectKind(LISTS),
      "$.Results.*.Secrets.*": (value, where) => targets.add(ofSecret(value, where)),
    });
    targets.end();
    if (version === 0) throw badInput(`${path}: is no Trivy report, it has no SchemaVersion`);
    sink.scanned();
    if (targets.count === 0) sink.violation(`${path}: Trivy names nothing that it scanned`);
  },
};

/** A finding that is named after its target, which the report may tell later. */
type Placed = { what: string; within: string; word: string | undefined; title: string | undefined };

class Targets {
  name = "";
  count = 0;
  #waiting: Placed[] = [];

  constructor(readonly tell: (finding: ReportedFinding) => void) {}

  begin(): void {
    this.end();
    this.count += 1;
    this.name = "";
  }

  add(placed: Placed | null): void {
    if (placed) this.#waiting.push(placed);
  }

  end(): void {
    for (const { what, within, word, title } of this.#waiting) {
      this.tell(found(findingId(what, `${this.name}${within}`), word, title));
    }
    this.#waiting = [];
  }
}

function ofVulnerability(value: unknown, where: string): ReportedFinding {
  const { VulnerabilityID, PkgName, Severity, Title } = shaped(vulnerability, value, where);
  return found(findingId(VulnerabilityID, PkgName), Severity, Title);
}

/** Checks that passed are listed too. A resource stays where lines move. */
function ofMisconfiguration(value: unknown, where: string): Placed | null {
  const { ID, Severity, Status, Title, Message, CauseMetadata } = shaped(misconfiguration, value, where);
  if (Status === "PASS" || Status === "EXCEPTION") return null;
  const within = CauseMetadata?.Resource ? ` ${CauseMetadata.Resource}` : atLine(CauseMetadata?.StartLine);
  return { what: ID, within, word: Severity, title: Title ?? Message };
}

function ofSecret(value: unknown, where: string): Placed {
  const { RuleID, Severity, Title, StartLine } = shaped(secret, value, where);
  return { what: RuleID, within: atLine(StartLine), word: Severity, title: Title };
}

const atLine = (line: number | undefined): string => (line ? `:${line}` : "");

const found = (id: string, word: string | undefined, title: string | undefined): ReportedFinding => ({
  id,
  severity: severityOfWord(word),
  ...(title ? { title } : {}),
});
