import type { SQL } from "drizzle-orm";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment } from "@/db/schema/catalog";
import { scorecard } from "@/db/schema/evidence";
import { testResult, testRun } from "@/db/schema/test-result";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { canonicalSuiteName } from "@/lib/core/scorecard/suite-name";
import { byFlakiness, type Flakiness, flakinessOf, rankOf } from "@/lib/core/test-results/flakiness";
import type { TestOutcome } from "@/lib/core/test-results/wire";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";
import { isRecordId } from "../record-id";
import { type CountedTest, countsOfTests } from "./counts";
import { contradictedCommits, recentOutcomes, testCards } from "./details";
import { rankedPage } from "./ranked-page";

/** What a test is called; `suite` in its one spelling. */
export type TestCard = {
  id: string;
  service: string;
  suite: string;
  name: string;
  group: string | null;
  file: string | null;
  firstSeenAt: string;
};
/** `lastFlakyAt`: when it last flaked within a run, or failed although the same commit has passed. */
export type TestSummary = Flakiness & { lastFlakyAt: string | null };
export type FlakyTest = TestCard &
  TestSummary & {
    /** How the last runs ended, at most 20, newest last, skipped ones among them. */
    recent: TestOutcome[];
  };
/** `days` back from now are looked at. */
export type FlakyFilter = { service?: string; suite?: string; days?: number };

const WINDOW_DAYS = 30;
const LONGEST_WINDOW_DAYS = 365;
const PAGE_SIZE = 30;
const LARGEST_PAGE = 200;
const HISTORY_PAGE_SIZE = 50;

/** Tests with at least one flaky run, those first that are most certainly flaky (`byFlakiness`). */
export async function listFlakyTests(
  actor: Actor,
  filter: FlakyFilter,
  page: PageRequest & { size?: number } = {},
): Promise<Page<FlakyTest> & { now: string; days: number }> {
  return read(actor, async (tx, now) => {
    const days = windowDays(filter.days);
    const counted = await countsOfTests(tx, actor, {
      since: daysBefore(now, days),
      service: filter.service,
      suite: filter.suite && canonicalSuiteName(filter.suite),
    });
    const ranked = counted
      .map((test) => ({ ...summaryOf(test), id: test.id }))
      .sort((one, other) => byFlakiness(rankOf(one.id, one), rankOf(other.id, other)));
    const size = Math.min(page.size ?? PAGE_SIZE, LARGEST_PAGE);
    const { items, previous, next } = rankedPage(ranked, page, size);
    const ids = items.map(({ id }) => id);
    const [cards, recent] = [await testCards(tx, actor, ids), await recentOutcomes(tx, actor, ids)];
    const shown = items.flatMap((summary) => {
      const card = cards.get(summary.id);
      return card ? [{ ...card, ...summary, recent: recent.get(summary.id) ?? [] }] : [];
    });
    return { items: shown, previous, next, now: now.toISOString(), days };
  });
}

function summaryOf({ commits, ...counts }: CountedTest): TestSummary {
  const lastFlakyAt = commits.reduce<string | null>(
    (latest, { lastFlakyAt: at }) => (latest !== null && latest > at ? latest : at),
    null,
  );
  return { ...flakinessOf({ ...counts, commits }), lastFlakyAt };
}

function windowDays(days = WINDOW_DAYS): number {
  return Math.min(Math.max(Math.trunc(days) || WINDOW_DAYS, 1), LONGEST_WINDOW_DAYS);
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

export type TestHistoryRow = {
  runId: string;
  /** Of the same run; null where none was submitted, or not yet. */
  scorecardId: string | null;
  commit: string;
  environment: string;
  outcome: TestOutcome;
  durationMs: number | null;
  ranAt: string;
  /** Runs of this commit in this environment have passed and have failed. */
  acrossRuns: boolean;
};
export type TestHistory = {
  test: TestCard;
  /** Of the last `days`. */
  summary: TestSummary;
  days: number;
  /** All that are stored, newest first. */
  results: TestHistoryRow[];
  previous: string | null;
  next: string | null;
  now: string;
};

/** One test with how it ended, run by run, or `not_found`. */
export async function testHistory(
  actor: Actor,
  id: string,
  page: PageRequest & { days?: number } = {},
): Promise<TestHistory> {
  return read(actor, async (tx, now) => {
    const card = isRecordId(id) ? (await testCards(tx, actor, [id])).get(id.toLowerCase()) : undefined;
    if (!card) throw new DomainError("not_found", "There is no such test.");
    const days = windowDays(page.days);
    const [counted] = await countsOfTests(tx, actor, { since: daysBefore(now, days), testCaseId: card.id });
    const summary = summaryOf(counted ?? { id: card.id, runs: 0, failedRuns: 0, commits: [] });
    const plan = planPage<ResultRow>(
      page,
      { at: testResult.ranAt, id: testResult.testRunId, order: "descending", size: HISTORY_PAGE_SIZE },
      ({ result }) => ({ at: result.ranAt, id: result.testRunId }),
    );
    const rows = await resultRows(tx, actor, and(eq(testResult.testCaseId, card.id), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const { items, ...cursors } = plan.pageOf(rows);
    const contradicted = await contradictedCommits(
      tx,
      actor,
      card.id,
      items.map(({ result }) => result.commit),
    );
    const results = items.map((row) =>
      historyRow(row, contradicted.has(`${row.result.environmentId} ${row.result.commit}`)),
    );
    return { test: card, summary, days, results, ...cursors, now: now.toISOString() };
  });
}

function resultRows(tx: Tx, actor: Actor, where: SQL | undefined) {
  const environmentId = actor.kind === "token" ? actor.environmentId : null;
  return tx
    .select({
      result: testResult,
      runId: testRun.runId,
      environment: environment.slug,
      scorecardId: scorecard.id,
    })
    .from(testResult)
    .innerJoin(testRun, and(eq(testRun.tenantId, testResult.tenantId), eq(testRun.id, testResult.testRunId)))
    .innerJoin(
      environment,
      and(eq(environment.tenantId, testResult.tenantId), eq(environment.id, testResult.environmentId)),
    )
    .leftJoin(
      scorecard,
      and(
        eq(scorecard.tenantId, testRun.tenantId),
        eq(scorecard.serviceId, testRun.serviceId),
        eq(scorecard.runId, testRun.runId),
      ),
    )
    .where(
      and(
        eq(testResult.tenantId, actor.tenantId),
        environmentId ? eq(testResult.environmentId, environmentId) : undefined,
        where,
      ),
    );
}
type ResultRow = Awaited<ReturnType<typeof resultRows>>[number];

function historyRow(row: ResultRow, acrossRuns: boolean): TestHistoryRow {
  const { commit, outcome, durationMs, ranAt } = row.result;
  return {
    runId: row.runId,
    scorecardId: row.scorecardId,
    commit,
    environment: row.environment,
    outcome,
    durationMs,
    ranAt: ranAt.toISOString(),
    acrossRuns: acrossRuns && outcome !== "skipped",
  };
}
