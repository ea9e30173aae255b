import { fileURLToPath } from "node:url";
import { type Io, processIo } from "../../io";
import { adapterFor } from "../registry";
import { SuiteEvidence, type SuiteResult } from "../suite-evidence";

/** The real reports beside the adapters. */
export const fixtures: Io = { ...processIo(), cwd: fileURLToPath(new URL("../fixtures/", import.meta.url)) };

/** What reports say, each of them an attempt of its own. */
export async function readAttempts(io: Io, paths: readonly string[], format?: string): Promise<SuiteResult> {
  const evidence = new SuiteEvidence("suite");
  for (const path of paths) {
    evidence.startAttempt();
    await (await adapterFor(io, path, format)).read(io, path, evidence);
  }
  return evidence.result();
}

/** What reports of one attempt say together. */
export async function readAttempt(io: Io, paths: readonly string[], format?: string): Promise<SuiteResult> {
  const evidence = new SuiteEvidence("suite");
  evidence.startAttempt();
  for (const path of paths) await (await adapterFor(io, path, format)).read(io, path, evidence);
  return evidence.result();
}
