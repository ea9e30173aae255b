import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

type Report = { summary: { unchanged: number; duration: number }; diagnostics: Diagnostic[] };
type Diagnostic = {
  severity: string;
  category: string;
  message: string;
  location: { path: string; start: { line: number } };
};
type Severity = "high" | "medium" | "low";

const SEVERITY: Record<string, Severity> = {
  fatal: "high",
  error: "high",
  warning: "medium",
  information: "low",
  info: "low",
};

/** Scans the sources with the linter's security rules and writes the result as one suite of a scorecard. */
function main(): void {
  const out = process.argv[2] ?? "reports/security.json";
  const scan = spawnSync("biome", ["lint", "--only=security", "--reporter=json", "--max-diagnostics=none", "."], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (scan.error) throw scan.error;
  const report = JSON.parse(scan.stdout) as Report;
  if (!(report.summary.unchanged > 0)) throw new Error("The scanner read no file.");
  const findings = report.diagnostics.map((found) => ({
    id: `${found.category}:${found.location.path}:${found.location.start.line}`.slice(0, 200),
    severity: SEVERITY[found.severity] ?? "high",
    title: found.message,
  }));
  const count = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  const files = report.summary.unchanged;
  const bad = new Set(
    report.diagnostics.filter((each) => SEVERITY[each.severity] === "high").map((each) => each.location.path),
  ).size;
  const suite = {
    name: "security",
    status: count("high") === 0 ? "passed" : "failed",
    duration: report.summary.duration / 1e9,
    // Each scanned file is one check, run once.
    tests: { total: files, passed: files - bad, failed: bad, skipped: 0, flaky: 0 },
    vulnerabilities: { critical: 0, high: count("high"), medium: count("medium"), low: count("low") },
    findings,
  };
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(suite, null, 2)}\n`);
  console.log(`${files} files scanned, ${findings.length} findings → ${out}`);
}

main();
