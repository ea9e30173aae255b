import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { CliError } from "../../exit";
import { processIo } from "../../io";
import { type Files, Workspace } from "../../testing/run";
import type { Adapter, Performance, ReportedFinding, ReportedTest, ReportSink } from "../adapter";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));

/** What an adapter told, in order. */
export type Recorded = {
  tested: boolean;
  tests: ReportedTest[];
  seconds: number;
  performance: Performance[];
  scanned: boolean;
  findings: ReportedFinding[];
  violations: string[];
};

/** What an adapter tells of a file below `folder`. */
export async function recorded(adapter: Adapter, path: string, folder: string): Promise<Recorded> {
  const told: Recorded = {
    tested: false,
    tests: [],
    seconds: 0,
    performance: [],
    scanned: false,
    findings: [],
    violations: [],
  };
  const sink: ReportSink = {
    tested: () => {
      told.tested = true;
    },
    test: (test) => told.tests.push(test),
    duration: (seconds) => {
      told.seconds += seconds;
    },
    performance: (measured) => told.performance.push(measured),
    scanned: () => {
      told.scanned = true;
    },
    finding: (finding) => told.findings.push(finding),
    violation: (text) => told.violations.push(text),
  };
  await adapter.read({ ...processIo(), cwd: folder }, path, sink);
  return told;
}

/** The same of a file in the adapter's folder of fixtures. */
export const ofFixture = (adapter: Adapter, file: string): Promise<Recorded> =>
  recorded(adapter, file, `${FIXTURES}${adapter.name}`);

/** The same of a text or JSON value. */
export async function ofText(adapter: Adapter, content: Files[string], file = "report"): Promise<Recorded> {
  const workspace = await Workspace.with({ [file]: content });
  try {
    return await recorded(adapter, file, workspace.folder);
  } finally {
    await workspace.remove();
  }
}

/** Why a text or JSON value is refused. */
export const refusalOf = (adapter: Adapter, content: Files[string]): Promise<CliError> =>
  ofText(adapter, content).then(
    (told) => expect.fail(`was accepted: ${JSON.stringify(told)}`),
    (error) => error,
  );
