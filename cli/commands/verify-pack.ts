import { checkPack } from "@/lib/core/evidence-pack/check";
import { parseStrictJson } from "@/lib/core/json/strict";
import { EXIT } from "../exit";
import { readText } from "../files/read";
import type { Io } from "../io";
import { tellVerified } from "./verify-report";

export type VerifyPackOptions = { digest?: string; root?: string; json?: boolean };

/**
 * Whether an evidence pack is whole: every manifest has its digest, every signature is on one of them, and every ledger
 * entry lies in the ledger of the head that the pack names. Asks no server.
 */
export async function verifyPack(io: Io, path: string, options: VerifyPackOptions): Promise<number> {
  const text = await readText(io, path);
  const { release, digest, ledger, faults: found } = checkPack(text, parseStrictJson(text, path));
  const faults = [
    ...(options.digest !== undefined && options.digest !== digest ? [`its digest is ${digest}`] : []),
    ...(options.root !== undefined && options.root !== ledger.root ? [`its ledger's head is ${ledger.root}`] : []),
    ...found,
  ];
  const of = `${release.service} ${release.version} for ${release.environment}`;
  const proven = `${ledger.entries} entries of a ledger of ${ledger.size} with the head ${ledger.root}`;
  tellVerified(io, { what: `${path}: evidence of ${of}, ${digest}, ${proven}`, faults, json: options.json });
  return faults.length === 0 ? EXIT.approve : EXIT.reject;
}
