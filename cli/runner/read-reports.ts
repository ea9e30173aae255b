import type { ReportSink } from "../adapters/adapter";
import { adapterFor } from "../adapters/registry";
import type { SuiteEvidence } from "../adapters/suite-evidence";
import type { Io } from "../io";
import { faultOf } from "./fault";
import { keepReport, type ReportFile } from "./report-files";

export type ReadReports = {
  /** Copies of the reports, in the run's own folder. */
  kept: string[];
  faults: string[];
  /** Whether a report of tests, a measurement or a scan was understood. */
  tested: boolean;
  measured: boolean;
};

/** Reads an attempt's reports into the suite's evidence and keeps them. Never throws: what cannot be read is a fault. */
export async function readReports(
  io: Io,
  files: readonly ReportFile[],
  evidence: SuiteEvidence,
  folder: string,
): Promise<ReadReports> {
  const read: ReadReports = { kept: [], faults: [], tested: false, measured: false };
  const sink = noting(evidence, read);
  for (const { path, format } of files) {
    await attempted(read, path, async () => {
      const adapter = await adapterFor(io, path, format);
      await adapter.read(io, path, sink);
    });
    await attempted(read, path, async () => void read.kept.push(await keepReport(io, path, folder)));
  }
  return read;
}

async function attempted({ faults }: ReadReports, path: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    faults.push(faultOf(error, `${path}: cannot be read`));
  }
}

/** Passes on everything, and notes what kind of report was understood. */
function noting(evidence: SuiteEvidence, noted: { tested: boolean; measured: boolean }): ReportSink {
  return {
    tested: () => {
      noted.tested = true;
      evidence.tested();
    },
    test: (test) => {
      noted.tested = true;
      evidence.test(test);
    },
    performance: (measured) => {
      noted.measured = true;
      evidence.performance(measured);
    },
    scanned: () => {
      noted.measured = true;
      evidence.scanned();
    },
    finding: (finding) => {
      noted.measured = true;
      evidence.finding(finding);
    },
    duration: (seconds) => evidence.duration(seconds),
    violation: (text) => evidence.violation(text),
  };
}
