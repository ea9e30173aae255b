import type { ReportedFailure } from "@/lib/core/scorecard/wire";
import type { TestResult } from "@/lib/core/test-results/wire";
import type { ReportedTest } from "./adapter";
import { cleanLine, cleanLines } from "./clean-text";

const NAME_CHARACTERS = 1000;
const MESSAGE_CHARACTERS = 2000;
const EXCERPT_CHARACTERS = 4000;
const LONGEST_MS = 86_400_000;

export type Identified = { name: string; group?: string; file?: string };

/** What a test is called, as the wire documents take it. */
export function namesOf({ name, group, file }: ReportedTest): Identified {
  const [cleanGroup, cleanFile] = [cleanLine(group ?? "", NAME_CHARACTERS), cleanLine(file ?? "", NAME_CHARACTERS)];
  return {
    name: cleanLine(name, NAME_CHARACTERS) || "(no name)",
    ...(cleanGroup ? { group: cleanGroup } : {}),
    ...(cleanFile ? { file: cleanFile } : {}),
  };
}

export function failureOf(test: ReportedTest): ReportedFailure {
  const message = cleanLines(test.message ?? "", MESSAGE_CHARACTERS);
  const excerpt = cleanLines(test.excerpt ?? "", EXCERPT_CHARACTERS);
  return { ...namesOf(test), ...(message ? { message } : {}), ...(excerpt ? { excerpt } : {}) };
}

/** A time that cannot be true is left out. */
export function durationOf({ durationMs }: ReportedTest): number | undefined {
  if (durationMs === undefined || !(durationMs >= 0 && durationMs <= LONGEST_MS)) return undefined;
  return Math.round(durationMs * 1000) / 1000;
}

/** Gives tests that are called the same a number each, because a history knows a test by what it is called. */
export function withDistinctNames(results: readonly TestResult[]): TestResult[] {
  const taken = new Set<string>();
  return results.map((result) => {
    const { group, file } = result;
    const isTaken = (name: string) => taken.has(JSON.stringify([name, group, file]));
    let name = result.name;
    for (let number = 2; isTaken(name); number += 1) {
      name = `${result.name.slice(0, NAME_CHARACTERS - 10).toWellFormed()} #${number}`;
    }
    taken.add(JSON.stringify([name, group, file]));
    return { ...result, name };
  });
}
