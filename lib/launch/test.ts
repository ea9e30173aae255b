import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { duration, runMain } from "./console";
import { junitTotals, type Totals } from "./junit-totals";

interface Check {
  title: string;
  script: string;
  args?: string[];
  reports?: string[];
}

const checks: Check[] = [
  { title: "Format", script: "check:format" },
  { title: "Lint", script: "check:lint" },
  { title: "Types", script: "check:types" },
  { title: "Import rules", script: "check:imports" },
];
const suites: Check[] = [
  suite("Unit tests", "unit"),
  suite("Integration tests", "integration"),
  { title: "End-to-end tests", script: "test:e2e", reports: ["reports/e2e.xml", "reports/tour.xml"] },
];

function suite(title: string, name: string): Check {
  const report = `reports/${name}.xml`;
  const args = ["--reporter=default", "--reporter=junit", `--outputFile.junit=${report}`];
  return { title, script: `test:${name}`, args, reports: [report] };
}

/** Runs one npm script; `quiet` holds its output back until it is over, so that checks side by side do not mix. */
function run({ script, args = [] }: Check, quiet: boolean): Promise<{ ok: boolean; output: string }> {
  const child = spawn("npm", ["run", "--silent", script, "--", ...args], {
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ ok: false, output: error.message }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}

async function perform(check: Check, quiet: boolean): Promise<boolean> {
  const started = performance.now();
  if (!quiet) console.log(`\n── ${check.title} ──`);
  const { ok, output } = await run(check, quiet);
  if (quiet && !ok) console.log(`\n── ${check.title} ──\n${output.trimEnd()}`);
  console.log(`${ok ? "✓" : "✗"} ${check.title} (${duration(performance.now() - started)})`);
  return ok;
}

/** Two at a time; none is begun after one failed. */
async function performChecks(): Promise<boolean> {
  const waiting = [...checks];
  let ok = true;
  const lane = async () => {
    for (let check = waiting.shift(); check && ok; check = waiting.shift()) ok = (await perform(check, true)) && ok;
  };
  console.log("── Format, lint, types, import rules ──");
  await Promise.all([lane(), lane()]);
  return ok;
}

/** A suite in which no test passed, or that left no readable report, proves nothing and fails. */
function count(title: string, report: string): Totals {
  try {
    const totals = junitTotals(report);
    if (totals.passed === 0) console.log(`✗ ${title}: no test passed in ${report}`);
    return totals;
  } catch (error) {
    console.log(`✗ ${title}: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 0 };
  }
}

async function main(): Promise<number> {
  for (const { reports = [] } of suites) for (const report of reports) rmSync(report, { force: true });
  const totals: Totals = { passed: 0, failed: 0 };
  let ok = await performChecks();
  for (const check of suites) {
    if (!ok) break;
    ok = await perform(check, false);
    for (const report of check.reports ?? []) {
      const { passed, failed } = count(check.title, report);
      totals.passed += passed;
      totals.failed += failed;
      if (passed === 0) ok = false;
    }
  }
  if (!ok && totals.failed === 0) totals.failed = 1; // the check or suite itself failed, outside any test
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  return ok ? 0 : 1;
}

await runMain(main);
