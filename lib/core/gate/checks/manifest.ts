import { digestOf } from "@/lib/core/digest";
import { fieldPath } from "@/lib/core/errors";
import { parseInstant } from "@/lib/core/instant";
import { manifestMismatches } from "@/lib/core/manifest/match";
import { type ManifestContent, manifestContent } from "@/lib/core/manifest/schema";
import type { Context } from "../context";
import { cureOf, manifestCure } from "../cures";
import type { ManifestFact, ReleaseFact } from "../facts";
import { type Frame, fallsShort, type Judgement, notKnown, passes, whole } from "../judgement";
import type { Known } from "../known";
import type { Evidence } from "../verdict";

/** Points at the manifest revision. */
export function manifestEvidence(manifest: Known<ManifestFact>): Evidence | null {
  if (!manifest.known) return null;
  const { id, revision, digest } = manifest.value;
  const label = revision === null ? digest.slice(0, 19) : `revision ${revision} · ${digest.slice(0, 19)}`;
  return { kind: "manifest", id, label, at: null };
}

/** Well-formed, of this release, with hashes, window and rollback plan, and with the digest that its bytes give. */
export function manifestComplete(context: Context): Judgement {
  const { manifest, release } = context;
  const evidence = manifestEvidence(manifest);
  const frame: Frame = { threshold: "complete", unit: null, owner: "release-engineer", evidence };
  const cure = manifestCure(context);
  if (!manifest.known) return notKnown(frame, manifest, cureOf(manifest, cure));
  const { content, digest } = manifest.value;
  const parsed = manifestContent.safeParse(content);
  const faults = parsed.success
    ? [...mismatches(parsed.data, release), ...contentFaults(parsed.data)]
    : parsed.error.issues.map(({ path, message }) => `${fieldPath(path)}: ${message}`);
  const actual = digestOf(content);
  if (actual !== digest) faults.push(`the content has the digest ${actual}, not ${digest}`);
  if (faults.length === 0) return passes(frame, "complete");
  return fallsShort(frame, { outcome: "fail", observed: "incomplete", details: faults, parts: whole(cure) });
}

function mismatches(content: ManifestContent, release: ReleaseFact): string[] {
  return manifestMismatches(content, release).map(({ path, message }) => `${path}: ${message}`);
}

function contentFaults(content: ManifestContent): string[] {
  const faults: string[] = [];
  if (content.artifacts.length === 0) faults.push("artifacts: none is listed");
  const seen = new Set<string>();
  for (const { name } of content.artifacts) {
    if (seen.has(name)) faults.push(`artifacts: ${name} is listed twice`);
    seen.add(name);
  }
  const start = parseInstant(content.rollout_window.start);
  const end = parseInstant(content.rollout_window.end);
  if (!start || !end || !(start < end)) faults.push("rollout_window: must start before it ends");
  for (const { name, dry_run } of content.migrations) {
    if (dry_run === "failed") faults.push(`migrations: the dry run of ${name} failed`);
    if (dry_run === "not_run") faults.push(`migrations: ${name} had no dry run yet`);
  }
  return faults;
}
