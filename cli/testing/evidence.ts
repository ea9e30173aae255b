import { digestOf } from "@/lib/core/digest";
import type { WaiverFact } from "@/lib/core/gate/facts";
import { exportManifest } from "@/lib/core/manifest/export";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import { approval, approvingManifest, CLEO, COMMIT, NOW, PIA, SAM, secondsAgo } from "@/lib/core/testing/facts";
import type { Files } from "./run";

const tests = { total: 50, passed: 50, failed: 0, skipped: 0, flaky: 0 };
const none = { critical: 0, high: 0, medium: 0, low: 0 };

/** A scorecard file in the playbook's form; everything in it passed. */
export const scorecardFile = {
  release: "2025.10.01",
  run_id: "run-1",
  commit: COMMIT,
  environment: "production",
  suites: [
    { name: "unit", status: "passed", tests },
    { name: "integration", status: "passed", tests },
    { name: "e2e", status: "passed", tests },
    { name: "performance", status: "passed", tests, p95_latency_ms: 174, error_rate: 0.002 },
    { name: "security", status: "passed", tests, vulnerabilities: none },
  ],
  waivers: [],
  generated_at: secondsAgo(3600),
  owner: "platform-readiness",
};

export const metricsFile = {
  run_id: "run-1",
  commit: COMMIT,
  environment: "production",
  taken_at: secondsAgo(3500),
  metrics: [
    { name: "readiness.passed", value: 1 },
    { name: "latency_p95_ms", value: 174, unit: "ms" },
    { name: "error_rate", value: 0.002 },
    { name: "flake_rate", value: 0 },
  ],
};

/** The policy of a pipeline that has no registry: what no file can say is not asked for. */
export const configFile = `
enforce_approvals: true
required_roles: [change-board, sre-on-call, product-owner]
require_rehearsal: false
checks:
  incidents.open: { enabled: false }
  rollout.window: { enabled: false }
  rollout.freeze: { enabled: false }
`;

/** An exported manifest that three people have signed. */
export function manifestFile(differences: Partial<ManifestContent> = {}, waivers: WaiverFact[] = []): object {
  const content = approvingManifest({ scorecard_path: "evidence/scorecard.json", ...differences });
  const digest = digestOf(content);
  const approvals = [SAM, PIA, CLEO].map((person) => approval(person, digest));
  return exportManifest({ content, digest, revision: 1, approvals, waivers });
}

/** Files that approve offline at `NOW`. */
export const approvingFiles: Files = {
  "deploy/manifest.json": manifestFile(),
  "deploy/evidence/scorecard.json": scorecardFile,
  "metrics.json": metricsFile,
  "gate_config.yml": configFile,
};
export const offlineArgs = ["gate", "--manifest", "deploy/manifest.json", "--config", "gate_config.yml"];
export const allArgs = [...offlineArgs, "--metrics", "metrics.json"];
export { COMMIT, NOW };
