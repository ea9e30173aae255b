import { exportManifest } from "@/lib/core/manifest/export";
import { manifestDigest, parseManifest } from "@/lib/core/manifest/parse";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import { approvingManifest } from "@/lib/core/testing/facts";
import { COMMIT } from "./evidence";
import { type Files, type Run, run, type Workspace } from "./run";

export const MANIFEST_FILE = "release-manifest.json";
/** A `release_config.yml` of version `VERSION`; its artifacts and scorecard are in the workspace. */
export const CONFIG = `release: "{{VERSION}}"
service: service-api
environment: production
commit: "${COMMIT}"
authors: ["Dana Dev <dana@example.com>"]
artifacts:
  - dist/*.tgz
configuration:
  values: { WORKERS: 8, REGION: eu }
rollout_window: { start: "2025-10-01T13:00:00Z", duration: 4h }
rollback_plan:
  summary: Deploy the version before
  steps: [Deploy it]
  target_version: "1.3"
  owner: sre-on-call
secret_versions: [{ name: db/password, version: v7 }]
scorecard: run.json
`;
/** The release before that one. */
export const before = approvingManifest({
  release: "1.3",
  configuration: [
    { key: "LEGACY", value: "on" },
    { key: "WORKERS", value: "4" },
  ],
  configuration_deltas: [],
});
export const exported = (content: ManifestContent) =>
  exportManifest({ content, digest: manifestDigest(content), revision: 1, approvals: [], waivers: [] });

export type Given = [config: string, args?: string[], files?: Files, env?: Record<string, string>];
export type Made = Run & { manifest: ManifestContent };

/** `readiness manifest` with this file, as the first release unless the arguments say otherwise. */
export async function make(workspace: Workspace, ...given: Given): Promise<Run> {
  const [config, args = ["--first"], files = {}, env = {}] = given;
  await workspace.write({ "release.yml": config, ...files });
  const command = ["manifest", "--config", "release.yml", ...args];
  return run(command, { cwd: workspace.folder, env: { VERSION: "1.4", ...env } });
}

/** The same where it has to succeed, with the manifest that it wrote. */
export async function made(workspace: Workspace, ...given: Given): Promise<Made> {
  const result = await make(workspace, ...given);
  if (result.code !== 0) throw new Error(`no manifest was made: ${result.err}`);
  return { ...result, manifest: parseManifest(await workspace.json(MANIFEST_FILE)) };
}
