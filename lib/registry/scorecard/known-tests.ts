import { and, eq, inArray } from "drizzle-orm";
import { scorecard } from "@/db/schema/evidence";
import { testCase, testRun } from "@/db/schema/test-result";
import type { Actor } from "@/lib/core/access";
import { suiteDetails } from "@/lib/core/scorecard/details";
import { testKey } from "@/lib/core/test-results/distinct";
import { read } from "../read";
import { isRecordId } from "../record-id";

/** What a failing test of a suite is known by wherever the results of single tests are kept. */
export const failureKey = (suite: string, { name, group = null, file = null }: Named): string =>
  testKey({ suite, name, group, file });
type Named = { name: string; group?: string | null; file?: string | null };

/** Ids of those failing tests of a scorecard whose single results are known, by `failureKey`. */
export async function knownFailures(actor: Actor, id: string): Promise<Map<string, string>> {
  return read(actor, async (tx) => {
    const [card] = isRecordId(id)
      ? await tx
          .select({ serviceId: scorecard.serviceId, document: scorecard.document })
          .from(scorecard)
          .where(and(eq(scorecard.tenantId, actor.tenantId), eq(scorecard.id, id)))
      : [];
    if (!card) return new Map();
    const failing = suiteDetails(card.document).filter(({ failures }) => failures.length > 0);
    if (failing.length === 0) return new Map();
    const keys = failing.flatMap(({ name, failures }) => failures.map((failure) => failureKey(name, failure)));
    const rows = await tx
      .select({ key: testCase.key, id: testCase.id })
      .from(testCase)
      .where(
        and(
          eq(testCase.tenantId, actor.tenantId),
          eq(testCase.serviceId, card.serviceId),
          inArray(testCase.suite, [...new Set(failing.map(({ name }) => name))]),
          inArray(testCase.key, [...new Set(keys)]),
        ),
      );
    return new Map(rows.map((row) => [row.key, row.id]));
  });
}

/** Whether results of single tests have ever arrived: a list without flaky tests is good news only then. */
export async function hasTestResults(actor: Actor): Promise<boolean> {
  return read(actor, async (tx) => {
    const rows = await tx.select({ id: testRun.id }).from(testRun).where(eq(testRun.tenantId, actor.tenantId)).limit(1);
    return rows.length > 0;
  });
}
