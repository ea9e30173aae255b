import { z } from "zod";
import type { ReportedFinding, Severity } from "../adapter";
import { shaped } from "../json-parts";
import { cvss3BaseScore } from "./cvss";
import { bestKnown, findingId } from "./finding-id";
import {
  isSeverityWord,
  readScore,
  severityOfScore,
  severityOfWord,
  UNKNOWN_SEVERITY,
  worstSeverity,
} from "./severity";

const text = z.string().min(1);
const names = z.array(z.string()).nullish();
const vulnerability = z.object({
  id: text,
  aliases: names,
  summary: z.string().optional(),
  severity: z.array(z.object({ type: z.string(), score: z.string() })).nullish(),
  database_specific: z.object({ severity: z.unknown().optional() }).nullish(),
});
const group = z.object({ ids: z.array(text).min(1), aliases: names, max_severity: z.string().optional() });
const packageFound = z.object({
  package: z.object({ name: text }),
  vulnerabilities: z.array(vulnerability).nullish(),
  groups: z.array(group).nullish(),
});
type Vulnerability = z.output<typeof vulnerability>;
type Group = z.output<typeof group>;

/** The vulnerabilities of one package: those of one group are the same one under several names. */
export function ofPackage(value: unknown, where: string): ReportedFinding[] {
  const found = shaped(packageFound, value, where);
  const groups = found.groups ?? [];
  const all = found.vulnerabilities ?? [];
  const grouped = new Set(groups.flatMap(({ ids }) => ids));
  const alone = all.filter(({ id }) => !grouped.has(id)).map(({ id, aliases }): Group => ({ ids: [id], aliases }));
  return [...groups, ...alone].map((each) => {
    const members = all.filter(({ id }) => each.ids.includes(id));
    const title = members.find(({ summary }) => summary)?.summary;
    return {
      id: findingId(nameOf(each, members), found.package.name),
      severity: severityOf(each, members),
      ...(title ? { title } : {}),
    };
  });
}

function nameOf({ ids, aliases }: Group, members: readonly Vulnerability[]): string {
  return bestKnown([...ids, ...(aliases ?? []), ...members.flatMap((each) => each.aliases ?? [])]);
}

/** The scanner's score is the highest of the group's; it leaves it empty where it knows none. */
function severityOf({ max_severity }: Group, members: readonly Vulnerability[]): Severity {
  const score = readScore(max_severity);
  if (score !== null) return severityOfScore(score);
  return worstSeverity(members.flatMap(severitiesOf)) ?? UNKNOWN_SEVERITY;
}

function severitiesOf({ severity, database_specific }: Vulnerability): Severity[] {
  const words = [database_specific?.severity, ...(severity ?? []).map((each) => each.score)];
  const scores = (severity ?? []).map((each) => cvss3BaseScore(each.score));
  return [
    ...words.flatMap((word) => (typeof word === "string" && isSeverityWord(word) ? [severityOfWord(word)] : [])),
    ...scores.flatMap((score) => (score === null ? [] : [severityOfScore(score)])),
  ];
}
