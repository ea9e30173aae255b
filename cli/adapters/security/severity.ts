import type { Severity } from "../adapter";

/**
 * How the severities of all scanners are read. What is not known counts as high, so that it blocks until somebody looks.
 *
 * | tool        | says                                        | counts as                                              |
 * | ----------- | ------------------------------------------- | ------------------------------------------------------ |
 * | SARIF       | the rule's or result's `security-severity`  | by score                                               |
 * |             | else the level                              | error high, warning medium, note and none low          |
 * | Trivy       | CRITICAL, HIGH, MEDIUM, LOW, UNKNOWN        | by word; UNKNOWN high                                  |
 * | Grype       | Critical … Low, Negligible, Unknown         | by word; Negligible low, Unknown high                  |
 * | bandit      | HIGH, MEDIUM, LOW, UNDEFINED                | by word, whatever the confidence; UNDEFINED high       |
 * | npm audit   | critical, high, moderate, low, info         | by word; moderate medium, info low                     |
 * | pip-audit   | nothing                                     | high                                                   |
 * | safety      | a CVSS score or word, or nothing            | by score, else by word, else high                      |
 * | OSV-Scanner | the highest score of a group                | by score                                               |
 * |             | else the advisory's word or CVSS 3 vectors  | the worst of them; none of them high                   |
 *
 * Scores are CVSS base scores, in GitHub's bands: from 9 critical, from 7 high, from 4 medium, below low.
 */
export const UNKNOWN_SEVERITY: Severity = "high";

const WORDS = new Map<string, Severity>([
  ["critical", "critical"],
  ["high", "high"],
  ["medium", "medium"],
  ["moderate", "medium"],
  ["low", "low"],
  ["negligible", "low"],
  ["info", "low"],
]);

/** By a scanner's word, in any case. */
export function severityOfWord(word: string | null | undefined): Severity {
  return WORDS.get((word ?? "").trim().toLowerCase()) ?? UNKNOWN_SEVERITY;
}

export const isSeverityWord = (word: string): boolean => WORDS.has(word.trim().toLowerCase());

/** By a CVSS base score, 0…10. */
export function severityOfScore(score: number): Severity {
  if (!(score >= 0 && score <= 10)) return UNKNOWN_SEVERITY;
  if (score >= 9) return "critical";
  if (score >= 7) return "high";
  return score >= 4 ? "medium" : "low";
}

/** A score as tools write it, a number or its text; null for anything else. */
export function readScore(value: unknown): number | null {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && /^\d{1,2}(\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}

const LEVELS = new Map<string, Severity>([
  ["error", "high"],
  ["warning", "medium"],
  ["note", "low"],
  ["none", "low"],
]);

/** By a SARIF level. */
export function severityOfLevel(level: string): Severity {
  return LEVELS.get(level) ?? UNKNOWN_SEVERITY;
}

const RANKS: readonly Severity[] = ["critical", "high", "medium", "low"];

/** Null of none. */
export function worstSeverity(severities: readonly Severity[]): Severity | null {
  return RANKS.find((severity) => severities.includes(severity)) ?? null;
}
