import type { Io } from "../io";

/** `flaky`: it failed and then passed within what the report tells of. */
export type Execution = "passed" | "failed" | "skipped" | "flaky";

export type ReportedTest = {
  name: string;
  group?: string;
  file?: string;
  execution: Execution;
  durationMs?: number;
  message?: string;
  /** End of its log or stack trace. */
  excerpt?: string;
  /** What else makes it the same test in another report (suite names, line …); default: group, name, file. */
  identity?: string;
  /** The report lists a rerun as one more test: another one of this identity in it is this test executed again. */
  listsReruns?: boolean;
};

/** Times in milliseconds, rates 0…1. */
export type Performance = { latencyP50Ms?: number; latencyP95Ms?: number; latencyP99Ms?: number; errorRate?: number };

export type Severity = "critical" | "high" | "medium" | "low";
export type ReportedFinding = { id: string; severity: Severity; title?: string };

/** Where an adapter tells what it read. Texts may be of any length and hold anything: the sink cuts and cleans them. */
export type ReportSink = {
  /** A report of tests begins: its tests are known then, even when there are none. */
  tested(): void;
  test(test: ReportedTest): void;
  /** Adds to the suite's duration as the reports tell it. */
  duration(seconds: number): void;
  performance(measured: Performance): void;
  /** A scanner's report was understood: its vulnerabilities are known, even when there are none. */
  scanned(): void;
  finding(finding: ReportedFinding): void;
  /** Why the suite cannot have passed although no test failed. */
  violation(text: string): void;
};

/** One format of reports. */
export type Adapter = {
  /** As written in `format:` */
  name: string;
  title: string;
  kind: "tests" | "performance" | "security";
  /**
   * Whether a file that starts like this is of the format: `head` is its first 64 KiB, decoded leniently. Exact enough
   * that no two adapters claim one file.
   */
  detects(head: string, path: string): boolean;
  /** Reads one file. Throws `badInput` naming the file, and the line where known, for what is no complete report. */
  read(io: Io, path: string, sink: ReportSink): Promise<void>;
};
