import { executedTests } from "@/lib/core/scorecard/rates";
import type { Io } from "../io";
import { plain, shortNumber } from "../report/text";
import type { Attempt } from "./attempt";
import { lastLines } from "./attempt-log";
import type { SuiteConfig } from "./config";
import { durationText } from "./duration";
import type { SuiteOutcome } from "./suite";

const REDRAW_MS = 1000;
const MOST_REASONS = 10;
const LOG_LINES = 10;
const ERASE = "\r\u001b[2K";

/** Tells people how a run goes: one line for each event, and on a terminal one that shows what is running. */
export class Progress {
  #live: NodeJS.Timeout | null = null;

  constructor(
    readonly io: Io,
    readonly tell: (text: string) => void,
  ) {}

  attemptStarted({ name, retries }: SuiteConfig, number: number): void {
    const which = retries === 0 ? "" : `, attempt ${number} of ${retries + 1}`;
    const columns = this.io.terminalColumns();
    if (columns === null) {
      this.tell(`- ${name}: running${which}\n`);
      return;
    }
    const start = performance.now();
    const draw = () => {
      const elapsed = `${Math.floor((performance.now() - start) / 1000)} s`;
      this.io.err(`${ERASE}${`- ${name}: running${which}, ${elapsed}`.slice(0, columns - 1)}`);
    };
    draw();
    this.#live = setInterval(draw, REDRAW_MS).unref();
  }

  /** An attempt that is followed by another one. */
  attemptFailed({ name }: SuiteConfig, { number, run, reasons }: Attempt): void {
    const why = reasons.map(plain).join("; ");
    this.line(
      `- ${name}: attempt ${number} did not pass in ${durationText(run.durationSeconds)}: ${why}; trying again`,
    );
  }

  async suiteEnded(outcome: SuiteOutcome): Promise<void> {
    const { config, attempts, notRun, document } = outcome;
    const last = attempts.at(-1);
    if (notRun !== null || !last) return this.line(`- ${config.name}: not run: ${plain(notRun ?? "")}`);
    const took = `in ${durationText(last.run.durationSeconds)}${testsText(outcome)}`;
    this.line(`- ${config.name}: ${document.passed ? "passed" : "DID NOT PASS"} ${took}`);
    if (document.passed) return;
    for (const reason of (document.threshold_violations ?? []).slice(0, MOST_REASONS)) {
      this.line(`    - ${plain(reason)}`);
    }
    const failures = document.failures ?? [];
    for (const { name, message } of failures.slice(0, MOST_REASONS)) {
      this.line(`    - failed: ${plain(name)}${message ? `: ${plain(message).slice(0, 200)}` : ""}`);
    }
    if (failures.length > MOST_REASONS) this.line(`    - and ${failures.length - MOST_REASONS} more`);
    if (failures.length === 0) await this.#showLog(last);
    if (last.run.end === "not_started") return;
    this.line(`    - logs: ${last.stdout}, ${last.stderr}`);
  }

  /** A line of its own, in the place of what is running. */
  line(text: string): void {
    this.stop();
    this.tell(`${text}\n`);
  }

  stop(): void {
    if (this.#live === null) return;
    clearInterval(this.#live);
    this.#live = null;
    this.io.err(ERASE);
  }

  /** Where no test says what is wrong, the end of the log may. */
  async #showLog({ stdout, stderr }: Attempt): Promise<void> {
    const errors = await lastLines(this.io, stderr, LOG_LINES);
    const lines = errors.length > 0 ? errors : await lastLines(this.io, stdout, LOG_LINES);
    for (const text of lines) this.line(`    | ${plain(text)}`);
  }
}

export function testsText({ document: { tests, vulnerabilities, p95_latency_ms: p95 } }: SuiteOutcome): string {
  const known = [
    ...(tests ? [`${tests.passed} of ${executedTests(tests)} tests passed`] : []),
    ...(tests && tests.flaky > 0 ? [`${tests.flaky} flaky`] : []),
    ...(tests && tests.skipped > 0 ? [`${tests.skipped} skipped`] : []),
    ...(p95 === undefined ? [] : [`P95 ${shortNumber(p95)} ms`]),
    ...(vulnerabilities ? [`${Object.values(vulnerabilities).reduce((sum, each) => sum + each)} vulnerabilities`] : []),
  ];
  return known.length === 0 ? "" : `: ${known.join(", ")}`;
}
