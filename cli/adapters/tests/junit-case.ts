import type { Execution } from "../adapter";
import { CappedText } from "./capped-text";
import type { XmlElement } from "./xml-stream";

const NOT_EXECUTED = /\b(skipped|notrun|disabled|suppressed|ignored)\b/;
const FAILURES = new Set(["failure", "error"]);
/** Surefire's and Playwright's: a rerun that failed comes with a failure, a flaky one with a pass in the end. */
const FAILED_RERUNS = new Set(["rerunFailure", "rerunError"]);
const FLAKES = new Set(["flakyFailure", "flakyError"]);
const OUTPUTS = new Set(["system-out", "system-err"]);

/** One `testcase` while it is read. */
export class JunitCase {
  /** Elements that tell of a failure: Surefire declares a suite's failed reruns and flakes too. */
  failures = 0;
  #hasFailed = false;
  #isSkipped: boolean;
  #isFlaky = false;
  #message: string | undefined;
  #rerunMessage: string | undefined;
  readonly #trace = new CappedText();
  readonly #output = new CappedText();
  #reading: CappedText | null = null;

  constructor(
    element: XmlElement,
    readonly depth: number,
  ) {
    const said = `${element.attribute("status") ?? ""} ${element.attribute("result") ?? ""}`.toLowerCase();
    this.#isSkipped = NOT_EXECUTED.test(said);
  }

  open(element: XmlElement, depth: number): void {
    if (depth !== this.depth + 1) return;
    const { name } = element;
    if (FAILURES.has(name) || FAILED_RERUNS.has(name) || FLAKES.has(name)) this.failures += 1;
    if (FAILURES.has(name)) {
      this.#hasFailed = true;
      this.#message ??= messageOf(element);
      this.#reading = this.#trace;
    }
    if (FAILED_RERUNS.has(name)) {
      this.#hasFailed = true;
      this.#rerunMessage ??= messageOf(element);
    }
    if (FLAKES.has(name)) this.#isFlaky = true;
    if (name === "skipped") this.#isSkipped = true;
    if (OUTPUTS.has(name)) this.#reading = this.#output;
  }

  text(text: string): void {
    this.#reading?.add(text);
  }

  close(depth: number): void {
    if (depth === this.depth + 1) this.#reading = null;
  }

  get execution(): Execution {
    if (this.#hasFailed) return "failed";
    if (this.#isSkipped) return "skipped";
    return this.#isFlaky ? "flaky" : "passed";
  }

  /** What is said of a failure: its message, its trace, and the output where there is no trace. */
  get said(): { message?: string; excerpt?: string } {
    if (!this.#hasFailed) return {};
    const text = this.#trace.isBlank ? this.#output.toString() : this.#trace.toString();
    const message = this.#message ?? this.#rerunMessage ?? firstLine(this.#trace.toString());
    return { ...(message ? { message } : {}), ...(text.trim() ? { excerpt: text } : {}) };
  }
}

function messageOf(element: XmlElement): string | undefined {
  return element.attribute("message")?.trim() || element.attribute("type")?.trim() || undefined;
}

const firstLine = (text: string): string | undefined => text.trimStart().split("\n", 1)[0]?.trim();
