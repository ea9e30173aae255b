import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { testRun } from "@/db/schema/test-result";
import type { Actor } from "@/lib/core/access";
import { digestOf } from "@/lib/core/digest";
import { distinctTests } from "@/lib/core/test-results/distinct";
import { parseTestResults } from "@/lib/core/test-results/parse";
import { doneByColumns } from "../actor-columns";
import { environmentBySlug, serviceBySlug } from "../catalog";
import { command } from "../command";
import { newId } from "../id";
import { runConflict } from "../run-conflict";
import { requireNotFuture } from "../time";
import { within } from "../within";
import { storeResults } from "./store";

/** Stores how each test of a run ended, once for each run; the ledger keeps the digest, never the results. */
export const submitTestResults = command({
  name: "test-results.submit",
  permission: "scorecard:submit",
  input: z.strictObject({ service: z.string(), document: z.unknown() }),
  async run({ tx, actor, now }, input) {
    const document = within("document", () => parseTestResults(input.document));
    const service = await serviceBySlug(tx, actor, input.service);
    const environment = await environmentBySlug(tx, actor, document.environment);
    const ranAt = new Date(document.ran_at);
    requireNotFuture(ranAt, now, "document.ran_at");
    const digest = digestOf(input.document);
    const results = distinctTests(document);
    const id = newId(now);
    const run = {
      tenantId: actor.tenantId,
      id,
      serviceId: service.id,
      environmentId: environment.id,
      commit: document.commit,
      runId: document.run_id,
      digest,
      tests: results.length,
      ranAt,
      receivedAt: now,
      ...doneByColumns(actor),
    };
    const [stored] = await tx
      .insert(testRun)
      .values(run)
      .onConflictDoNothing({ target: [testRun.tenantId, testRun.serviceId, testRun.runId] })
      .returning({ id: testRun.id });
    if (!stored) return { value: await knownRun(tx, actor, run), record: "unchanged" };
    await storeResults(tx, run, results);
    const suites = [...new Set(results.map(({ suite }) => suite))].sort();
    const { runId, commit, tests } = run;
    const data = { testRun: id, run: runId, digest, commit, environment: environment.slug, tests, suites };
    const value = { id, runId, digest, tests, duplicate: false };
    return { value, record: { kind: "test-results", subjects: [id, service.id], data } };
  },
});

type Run = Pick<typeof testRun.$inferSelect, "serviceId" | "runId" | "digest">;

/** The answer for a run that was stored before, or `conflict` where it held other results. */
async function knownRun(tx: Tx, actor: Actor, { serviceId, runId, digest }: Run) {
  const [known] = await tx
    .select()
    .from(testRun)
    .where(and(eq(testRun.tenantId, actor.tenantId), eq(testRun.serviceId, serviceId), eq(testRun.runId, runId)));
  if (known?.digest === digest) return { id: known.id, runId, digest, tests: known.tests, duplicate: true };
  throw runConflict(runId, "results");
}
