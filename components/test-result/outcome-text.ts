import type { TestOutcome } from "@/lib/core/test-results/wire";

/** A test is skipped, a suite is not run. */
export type KnownMark = TestOutcome | "not_run";
/** Null: the run does not have it at all. */
export type Mark = KnownMark | null;

const WORDS: Record<KnownMark, string> = {
  passed: "passed",
  failed: "failed",
  flaky: "flaky",
  skipped: "skipped",
  not_run: "not run",
};
export const markWord = (mark: Mark): string => (mark === null ? "absent" : WORDS[mark]);

/** A strip of marks in words, neighbours that are alike counted together: "12 passed, 1 flaky, 7 passed". */
export function stripText(marks: readonly Mark[]): string {
  if (marks.length === 0) return "No run yet";
  const stretches: { mark: Mark; count: number }[] = [];
  for (const mark of marks) {
    const last = stretches.at(-1);
    if (last?.mark === mark) last.count += 1;
    else stretches.push({ mark, count: 1 });
  }
  const told = stretches.map(({ mark, count }) => `${count} ${markWord(mark)}`).join(", ");
  return `${marks.length} ${marks.length === 1 ? "run" : "runs, oldest first"}: ${told}`;
}
