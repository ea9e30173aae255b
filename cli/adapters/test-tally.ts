import { createHash } from "node:crypto";
import type { TestCounts } from "@/lib/core/scorecard/model";
import type { ReportedFailure } from "@/lib/core/scorecard/wire";
import type { TestResult } from "@/lib/core/test-results/wire";
import { badInput } from "../exit";
import type { ReportedTest } from "./adapter";
import { durationOf, failureOf, type Identified, namesOf, withDistinctNames } from "./test-texts";

const MAX_TESTS = 1_000_000;
/** What the wire documents take; beyond it only counts are kept, so that memory stays bounded. */
const MAX_RESULTS = 100_000;
const MAX_FAILURES = 200;

/** Attempts and reports are numbered from the suite's first. */
type Place = { attempt: number; report: number };
type Standing = {
  last: "passed" | "failed" | "skipped";
  everFailed: boolean;
  /** Tests of this identity that the attempt has shown so far; kept with the first of them. */
  seen: number;
  seenIn: Place;
  /** Attempt of the last execution. */
  ranIn: number | null;
  result: Omit<TestResult, "outcome"> | null;
};

const nameOnly = ({ name, group, file }: Identified): ReportedFailure => ({
  name,
  ...(group === undefined ? {} : { group }),
  ...(file === undefined ? {} : { file }),
});

/**
 * Counts each test once, however often it was executed: failed and then passed is flaky. A test is the same in two
 * attempts when its identity is. Two of one identity within an attempt are two tests, told apart by their order, unless
 * the report says that the second is a rerun: so that none can hide the other's failure.
 */
export class TestTally {
  readonly #standings = new Map<string, Standing>();
  readonly #failures = new Map<string, ReportedFailure>();
  #results = 0;

  /** Gives by how many the tests that failed in this attempt became more (a failure) or fewer (a rerun passed). */
  add(test: ReportedTest, place: Place): -1 | 0 | 1 {
    const key = this.#keyOf(test, place);
    const standing = this.#standings.get(key) ?? this.#begin(key, test, place);
    if (test.execution === "failed" || test.execution === "flaky") standing.everFailed = true;
    if (test.execution === "skipped") return 0;
    const hadFailed = standing.ranIn === place.attempt && standing.last === "failed";
    standing.last = test.execution === "failed" ? "failed" : "passed";
    standing.ranIn = place.attempt;
    this.#describe(key, standing, test);
    if (hadFailed === (standing.last === "failed")) return 0;
    return hadFailed ? -1 : 1;
  }

  #describe(key: string, standing: Standing, test: ReportedTest): void {
    const duration = durationOf(test);
    if (standing.result && duration !== undefined) standing.result.duration_ms = duration;
    if (standing.last === "passed") this.#failures.delete(key);
    else if (this.#failures.size < MAX_FAILURES || this.#failures.has(key)) this.#failures.set(key, failureOf(test));
  }

  counts(): TestCounts {
    const counts: TestCounts = { total: this.#standings.size, passed: 0, failed: 0, skipped: 0, flaky: 0 };
    for (const { last, everFailed } of this.#standings.values()) {
      counts[last] += 1;
      if (last === "passed" && everFailed) counts.flaky += 1;
    }
    return counts;
  }

  /** What failed in the end, at most 200 tests. */
  failures(): ReportedFailure[] {
    const failures = [...this.#failures.values()];
    for (const [key, { last, result }] of this.#standings) {
      if (failures.length >= MAX_FAILURES) break;
      if (last === "failed" && result && !this.#failures.has(key)) failures.push(nameOnly(result));
    }
    return failures;
  }

  /** How each test ended, at most 100 000 tests, under names that differ. */
  results(): TestResult[] {
    const results = [...this.#standings.values()].flatMap(({ result, last, everFailed }) => {
      return result ? [{ ...result, outcome: last === "passed" && everFailed ? ("flaky" as const) : last }] : [];
    });
    return withDistinctNames(results);
  }

  #keyOf(test: ReportedTest, place: Place): string {
    const identity = test.identity ?? JSON.stringify([test.group ?? "", test.name, test.file ?? ""]);
    const key = createHash("sha256").update(identity).digest("base64");
    const first = this.#standings.get(key);
    if (!first) return key;
    const { seenIn } = first;
    first.seenIn = place;
    if (seenIn.attempt !== place.attempt) first.seen = 1;
    else if (!(test.listsReruns && seenIn.report === place.report)) first.seen += 1;
    return first.seen === 1 ? key : `${key} ${first.seen}`;
  }

  #begin(key: string, test: ReportedTest, seenIn: Place): Standing {
    if (this.#standings.size >= MAX_TESTS) throw badInput(`the reports hold more than ${MAX_TESTS} tests`);
    const isKept = this.#results < MAX_RESULTS;
    if (isKept) this.#results += 1;
    const result = isKept ? namesOf(test) : null;
    const standing: Standing = { last: "skipped", everFailed: false, seen: 1, seenIn, ranIn: null, result };
    this.#standings.set(key, standing);
    return standing;
  }
}
