import type { Actor } from "@/lib/core/access";
import { draftReleaseManifest } from "@/lib/registry/manifest/redraft";
import { advanceRelease } from "@/lib/registry/release/advance";
import { createRelease } from "@/lib/registry/release/create";
import type { Subject } from "./documents";

/** A release with a manifest draft, one without anything and a refused attempt, and one that nothing else needs. */
export async function stageRecords(actor: Actor, subject: Subject) {
  const made = ["drafted", "bare", "doomed"].map((name) => ({ ...subject, version: `${subject.version}-${name}` }));
  const [drafted = "", bare = "", doomed = ""] = await Promise.all(
    made.map(async (each) => (await createRelease({ actor }, each)).id),
  );
  await draftReleaseManifest({ actor }, { releaseId: drafted });
  await advanceRelease({ actor }, { releaseId: bare, stage: "production" }).catch(() => {});
  return { drafted, bare, doomed };
}

/** What a person types to complete a draft. */
export const completion = {
  authors: "Someone Else <someone.else@example.com>",
  artifacts: [{ name: "service.tar.gz", hash: `sha256:${"a".repeat(64)}` }],
  configuration_deltas: [],
  window_start: "2025-10-01T09:00",
  window_end: "2035-10-01T17:00",
  window_zone: "Europe/Berlin",
  rollback_summary: "Deploy the version before",
  rollback_steps: "deploy it",
  rollback_target: "1.0",
  rollback_owner: "sre",
  rollback_runbook: "",
};
