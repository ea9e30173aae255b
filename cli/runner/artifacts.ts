import { resolve } from "node:path";
import { matchingFiles } from "../files/glob";
import type { Io } from "../io";
import type { SuiteConfig } from "./config";

export type Artifacts = { paths: string[]; faults: string[] };

/** The files that a suite promised to leave. A pattern that matches none is a fault: the promise was not kept. */
export async function findArtifacts(io: Io, suite: SuiteConfig): Promise<Artifacts> {
  const paths = new Set<string>();
  const faults: string[] = [];
  for (const pattern of suite.artifacts) {
    const found = await matchingFiles(io, resolve(io.cwd, suite.workingDirectory, pattern));
    for (const path of found) paths.add(path);
    if (found.length === 0) faults.push(`no artifact ${pattern} was left`);
  }
  return { paths: [...paths], faults };
}
