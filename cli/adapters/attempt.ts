import type { Performance } from "./adapter";
import { Findings, worst } from "./measurements";

const MAX_VIOLATIONS = 1000;

/** What the reports of one attempt say besides how each test ended. */
export class Attempt {
  performance: Performance | null = null;
  findings: Findings | null = null;
  isTested = false;
  executed = 0;
  failed = 0;
  readonly violations = new Set<string>();
  passed: boolean | null = null;

  constructor(readonly number: number) {}

  measure(measured: Performance): void {
    this.performance = worst(this.performance ?? {}, measured);
  }

  /** The scan's findings, from now on known. */
  scan(): Findings {
    this.findings ??= new Findings();
    return this.findings;
  }

  violate(text: string): void {
    if (this.violations.size < MAX_VIOLATIONS) this.violations.add(text);
  }

  /** Nobody's test tells how the attempt ended. */
  get isOnlyMeasured(): boolean {
    return !this.isTested && (this.performance !== null || this.findings !== null);
  }
}
