import { randomBytes } from "node:crypto";
import type { Api, Stored } from "./api";

/** One run of a pipeline that fails in its unit tests, or in nothing. */
type RunSubject = { service: string; environment: string; commit: string; runId: string; hoursAgo: number };
type Run = RunSubject & { failing: boolean };

const FAILING = { name: "keeps the order of messages", group: "Queue", file: "queue.test.ts" };
const instantOf = ({ hoursAgo }: Run): string => new Date(Date.now() - hoursAgo * 3_600_000).toISOString();

/** Its scorecard, as the readiness runner writes it. */
function scorecardOf(run: Run) {
  const failed = run.failing ? 1 : 0;
  const security = run.failing ? { passed: false, not_run: "unit failed before it" } : { passed: true };
  return {
    run_id: run.runId,
    commit: run.commit,
    environment: run.environment,
    generated_at: instantOf(run),
    run_url: `https://ci.example.com/runs/${run.runId}`,
    suites: [
      {
        suite: "unit",
        passed: !run.failing,
        blocking: true,
        duration_seconds: 14 - run.hoursAgo,
        tests: { total: 100, passed: 100 - failed, failed, skipped: 0, flaky: 0 },
        thresholds: { min_success_rate: 0.999, max_duration_seconds: 60 },
        threshold_violations: run.failing ? ["success rate 0.99 is less than 0.999"] : [],
        failures: run.failing
          ? [{ ...FAILING, message: "expected 1, got 2", excerpt: "\u001b[31mFAIL\u001b[39m\n  at queue.ts:7" }]
          : [],
      },
      { suite: "security", ...security },
    ],
  };
}

/** How its single tests ended, as the readiness runner writes them. */
function testsOf(run: Run) {
  const tests = [
    { ...FAILING, outcome: run.failing ? "failed" : "passed", duration_ms: 12 },
    { name: "closes idle connections", group: "Queue", file: "queue.test.ts", outcome: "passed", duration_ms: 3 },
  ];
  const { runId, commit, environment } = run;
  return { run_id: runId, commit, environment, ran_at: instantOf(run), suites: [{ suite: "unit", tests }] };
}

/** Runs of one service, oldest first: the last but one fails; the last tests the same commit again and passes. */
export async function submitRuns(api: Api, service: string) {
  const commit = randomBytes(20).toString("hex");
  const runs: Run[] = [4, 3, 2, 1].map((hoursAgo) => ({
    service,
    environment: "staging",
    hoursAgo,
    runId: `${service}-${hoursAgo}`,
    commit: hoursAgo > 2 ? randomBytes(20).toString("hex") : commit,
    failing: hoursAgo === 2,
  }));
  const stored: Stored[] = [];
  for (const run of runs) {
    const { environment } = run;
    stored.push(await api.submitScorecard({ service, environment, commit: run.commit, document: scorecardOf(run) }));
    await api.submitTests({ service, document: testsOf(run) });
  }
  const [failed, passed] = stored.slice(2);
  if (!failed || !passed) throw new Error("four runs were submitted");
  return { failed, passed };
}
