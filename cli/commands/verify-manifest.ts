import { isDomainError } from "@/lib/core/errors";
import { type SplitManifest, splitManifestDocument } from "@/lib/core/manifest/export";
import { uncoveredArtifacts } from "@/lib/core/release/ship";
import { EXIT } from "../exit";
import { readJson } from "../files/read";
import { shippedArtifacts } from "../gate/verify/shipped";
import type { Io } from "../io";
import { tellVerified } from "./verify-report";

export type VerifyManifestOptions = { artifact?: string[]; digest?: string; json?: boolean };

/** Whether a manifest's digest is that of its content, is the one expected, and covers these files. */
export async function verifyManifest(io: Io, path: string, options: VerifyManifestOptions): Promise<number> {
  const document = await readJson(io, path);
  const shipped = await shippedArtifacts(io, options.artifact ?? []);
  const read = splitOrFault(document);
  if (typeof read === "string") {
    tellVerified(io, { what: path, faults: [read], json: options.json });
    return EXIT.reject;
  }
  const { content, digest } = read;
  const faults = uncoveredArtifacts(content.artifacts, shipped);
  if (options.digest !== undefined && options.digest !== digest) faults.unshift(`its digest is ${digest}`);
  const what = `${path}: ${content.service} ${content.release} for ${content.environment}, ${digest}`;
  tellVerified(io, { what, faults, json: options.json });
  return faults.length === 0 ? EXIT.approve : EXIT.reject;
}

/** A document that was changed after its export does not hold; one that is no manifest is bad input. */
function splitOrFault(document: unknown): SplitManifest | string {
  try {
    return splitManifestDocument(document);
  } catch (error) {
    if (isDomainError(error) && error.issues[0]?.path === "digest") return error.message;
    throw error;
  }
}
