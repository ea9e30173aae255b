import type { TestCounts } from "@/lib/core/scorecard/model";
import { badInput } from "../exit";

const MAX_TESTS = 1_000_000;

export type Execution = "passed" | "failed" | "skipped" | "flaky";
type Standing = { last: "passed" | "failed" | "skipped"; everFailed: boolean };

/** Counts each test once, however often it was executed: failed and then passed is flaky. */
export class TestTally {
  readonly #standings = new Map<string, Standing>();

  add(key: string, execution: Execution): void {
    const known = this.#standings.get(key);
    const everFailed = (known?.everFailed ?? false) || execution === "failed" || execution === "flaky";
    const outcome = execution === "flaky" ? "passed" : execution;
    this.#standings.set(key, { last: outcome === "skipped" ? (known?.last ?? "skipped") : outcome, everFailed });
    if (this.#standings.size > MAX_TESTS) throw badInput(`the reports hold more than ${MAX_TESTS} tests`);
  }

  counts(): TestCounts {
    const counts: TestCounts = { total: this.#standings.size, passed: 0, failed: 0, skipped: 0, flaky: 0 };
    for (const { last, everFailed } of this.#standings.values()) {
      counts[last] += 1;
      if (last === "passed" && everFailed) counts.flaky += 1;
    }
    return counts;
  }
}
