import type { Tx } from "@/db/client";
import type { service } from "@/db/schema/catalog";
import { readinessEvent } from "@/db/schema/event";
import { type FailedSuite, failedSuites, SUITE_FAILED, type SuiteFailedData } from "@/lib/core/event/suite-failed";
import { runUrlOf } from "@/lib/core/scorecard/details";
import type { Scorecard } from "@/lib/core/scorecard/model";
import { newId } from "../id";

type Stored = {
  scorecard: { tenantId: string; id: string; environmentId: string; commit: string; runId: string; document: unknown };
  model: Scorecard;
  service: typeof service.$inferSelect;
  environment: string;
  now: Date;
};
export type RecordedFailure = { id: string; owner: string; data: SuiteFailedData };

/** Records one event for each suite of a scorecard that failed, in the scorecard's own transaction. */
export async function recordSuiteFailures(tx: Tx, stored: Stored): Promise<RecordedFailure[]> {
  const { scorecard, model, service: of, now } = stored;
  const owner = model.owner ?? of.owner;
  const failed = failedSuites(model, scorecard.document);
  // Of one instant, so that only the order of the ids keeps that of the suites.
  const ids = failed.map(() => newId(now)).sort();
  const failures = failed.map((suite, index) => ({ id: ids[index] ?? "", owner, data: dataOf(stored, suite) }));
  if (failures.length === 0) return [];
  await tx.insert(readinessEvent).values(
    failures.map((failure) => ({
      ...failure,
      tenantId: scorecard.tenantId,
      name: SUITE_FAILED,
      serviceId: of.id,
      environmentId: scorecard.environmentId,
      subjectId: scorecard.id,
      at: now,
    })),
  );
  return failures;
}

function dataOf({ scorecard, environment }: Stored, failed: FailedSuite): SuiteFailedData {
  const { id, runId, commit, document } = scorecard;
  const links = { scorecard: `/scorecards/${id}`, run: runUrlOf(document) };
  return { ...failed, run: runId, commit, environment, links };
}
