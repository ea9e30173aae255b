import type { FieldIssue } from "@/lib/core/errors";
import type { ManifestContent } from "./schema";

/** Where a manifest speaks of another release than the one it is put to. Empty when it is the same. */
export function manifestMismatches(
  content: ManifestContent,
  release: { version: string; service: string; environment: string; commit: string },
): FieldIssue[] {
  const pairs = [
    ["release", content.release, release.version],
    ["service", content.service, release.service],
    ["environment", content.environment, release.environment],
    ["commit", content.commit, release.commit],
  ] as const;
  return pairs
    .filter(([, said, is]) => said !== is)
    .map(([path, said, is]) => ({ path, message: `is ${said}, but the release has ${is}` }));
}
