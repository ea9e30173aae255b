import type { TestCounts, VulnerabilityCounts } from "@/lib/core/scorecard/model";
import type { ReportedFailure } from "@/lib/core/scorecard/wire";
import type { TestResult } from "@/lib/core/test-results/wire";
import type { Execution, Performance, ReportedFinding, ReportedTest, ReportSink } from "./adapter";
import { Attempt } from "./attempt";
import { cleanLine } from "./clean-text";
import { TestTally } from "./test-tally";

/** What the reports of one suite say, all attempts together. Null: no report said. */
export type SuiteResult = {
  /** Null: no report was of tests, and no run of the suite counts as one. */
  tests: TestCounts | null;
  durationSeconds: number | null;
  performance: Performance;
  vulnerabilities: VulnerabilityCounts | null;
  findings: ReportedFinding[];
  violations: string[];
  failures: ReportedFailure[];
  results: TestResult[];
};

const DURATION_DIGITS = 1e6;
const VIOLATION_CHARACTERS = 1000;
/** Told apart from every identity that a report can give. */
const OWN_RUN = "\0run";

/**
 * Gathers the reports of one suite over its attempts, in order. Where an attempt measured or scanned without any test,
 * its run counts as one test, named after the suite. So does a run that did not pass although none of its tests failed,
 * once a later one passes: a retry erases no flake.
 */
export class SuiteEvidence implements ReportSink {
  readonly #tally = new TestTally();
  readonly #attempts: Attempt[] = [];
  #reports = 0;
  #seconds: number | null = null;

  constructor(readonly suite: string) {}

  startAttempt(): void {
    this.#attempts.push(new Attempt(this.#attempts.length + 1));
  }

  /** Of an attempt that nobody finishes only the reports count. */
  finishAttempt({ passed }: { passed: boolean }): void {
    const attempt = this.#attempt();
    attempt.passed = passed && attempt.failed === 0 && attempt.violations.size === 0;
    const hasFlaked = attempt.passed && this.#attempts.some((each) => each.passed === false && each.failed === 0);
    if (hasFlaked) this.#addOwnRun("flaky");
    else if (attempt.isOnlyMeasured) this.#addOwnRun(attempt.passed ? "passed" : "failed");
  }

  /** What the present attempt's reports say so far. */
  get attempt(): { executed: number; failed: number; violations: string[] } {
    const { executed, failed, violations } = this.#attempt();
    return { executed, failed, violations: [...violations] };
  }

  tested(): void {
    this.#reports += 1;
    this.#attempt().isTested = true;
  }

  test(test: ReportedTest): void {
    const attempt = this.#attempt();
    attempt.isTested = true;
    if (test.execution !== "skipped") attempt.executed += 1;
    this.#add(test);
  }

  duration(seconds: number): void {
    if (seconds >= 0 && Number.isFinite(seconds)) this.#seconds = (this.#seconds ?? 0) + seconds;
  }

  performance(measured: Performance): void {
    this.#attempt().measure(measured);
  }

  scanned(): void {
    this.#attempt().scan();
  }

  finding(finding: ReportedFinding): void {
    this.#attempt().scan().add(finding);
  }

  violation(text: string): void {
    this.#attempt().violate(cleanLine(text, VIOLATION_CHARACTERS));
  }

  result(): SuiteResult {
    const isTested = this.#attempts.some((attempt) => attempt.isTested);
    const tests = this.#tally.counts();
    const findings = this.#attempts.findLast((attempt) => attempt.findings)?.findings;
    return {
      tests: isTested || tests.total > 0 ? tests : null,
      durationSeconds: this.#seconds === null ? null : Math.round(this.#seconds * DURATION_DIGITS) / DURATION_DIGITS,
      performance: this.#attempts.findLast((attempt) => attempt.performance)?.performance ?? {},
      vulnerabilities: findings?.counts() ?? null,
      findings: findings?.list() ?? [],
      violations: this.#violations(),
      failures: this.#tally.failures(),
      results: this.#tally.results(),
    };
  }

  /** A retry makes up for what was wrong with a finished attempt; reports without attempts all count. */
  #violations(): string[] {
    const last = this.#attempts.at(-1);
    const counting = this.#attempts.filter((attempt) => attempt === last || attempt.passed === null);
    return [...new Set(counting.flatMap(({ violations }) => [...violations]))];
  }

  #addOwnRun(execution: Execution): void {
    this.#add({ name: this.suite, identity: OWN_RUN, execution });
  }

  #add(test: ReportedTest): void {
    const attempt = this.#attempt();
    attempt.failed += this.#tally.add(test, { attempt: attempt.number, report: this.#reports });
  }

  #attempt(): Attempt {
    const present = this.#attempts.at(-1);
    if (present) return present;
    this.startAttempt();
    return this.#attempt();
  }
}
