import type { Io } from "../io";
import { jsonReport } from "../report/json";
import { plain } from "../report/text";

export type Verified = { what: string; faults: readonly string[]; unverified?: boolean; json?: boolean };

const UNVERIFIED = "Nobody verified it: the server was not asked, and whoever can write the file can write an approve.";

/** Whether something holds, and if not, every reason why. */
export function tellVerified(io: Io, { what, faults, unverified = false, json }: Verified): void {
  if (unverified) io.err(`readiness: warning: ${UNVERIFIED}\n`);
  const word = faults.length > 0 ? "DOES NOT HOLD" : unverified ? "CONSISTENT" : "HOLDS";
  const lines = [`${word}: ${plain(what)}`, ...faults.map((fault) => `- ${plain(fault)}`)];
  const document = { holds: faults.length === 0, verified: !unverified, reasons: faults };
  io.out(json ? jsonReport(document) : `${lines.join("\n")}\n`);
}
