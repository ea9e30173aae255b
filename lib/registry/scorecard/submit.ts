import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { scorecard } from "@/db/schema/evidence";
import { digestOf } from "@/lib/core/digest";
import { invalid } from "@/lib/core/errors";
import { SUITE_FAILED } from "@/lib/core/event/suite-failed";
import { commitText } from "@/lib/core/release/identity";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { announceSuiteFailure } from "@/lib/observability/suite-failed";
import { doneByColumns } from "../actor-columns";
import { environmentBySlug, serviceBySlug } from "../catalog";
import { command } from "../command";
import { type RecordedFailure, recordSuiteFailures } from "../event/suite-failed";
import { newId } from "../id";
import { runConflict } from "../run-conflict";
import { requireNotFuture } from "../time";
import { within } from "../within";

/** Stores a readiness run's result. The same run with the same content is stored once; with other content it is refused. */
export const submitScorecard = command({
  name: "scorecard.submit",
  permission: "scorecard:submit",
  input: z.strictObject({ service: z.string(), environment: z.string(), commit: commitText, document: z.unknown() }),
  async run({ tx, actor, now }, input) {
    const service = await serviceBySlug(tx, actor, input.service);
    const environment = await environmentBySlug(tx, actor, input.environment);
    const model = within("document", () => parseScorecard(input.document));
    if (model.commit && model.commit !== input.commit)
      throw invalid("document.commit", `is ${model.commit}, but the request says ${input.commit}`);
    if (model.environment && model.environment !== environment.slug)
      throw invalid("document.environment", `is ${model.environment}, but the request says ${environment.slug}`);
    requireNotFuture(new Date(model.generatedAt), now, "document.generated_at");
    const digest = digestOf(input.document);
    const row = {
      tenantId: actor.tenantId,
      id: newId(now),
      serviceId: service.id,
      environmentId: environment.id,
      commit: input.commit,
      runId: model.runId,
      digest,
      overallPassed: model.overallPassed,
      document: input.document,
      model,
      generatedAt: new Date(model.generatedAt),
      receivedAt: now,
      ...doneByColumns(actor),
    };
    const [stored] = await tx
      .insert(scorecard)
      .values(row)
      .onConflictDoNothing({ target: [scorecard.tenantId, scorecard.serviceId, scorecard.runId] })
      .returning({ id: scorecard.id });
    const { id, runId, overallPassed, commit } = row;
    const value = { id, runId, digest, overallPassed, duplicate: false };
    if (!stored) return { value: { ...value, id: await knownId(tx, row), duplicate: true }, record: "unchanged" };
    const about = { scorecard: row, model, service, environment: environment.slug, now };
    const failures = await recordSuiteFailures(tx, about);
    const facts = { scorecard: id, run: runId, digest, overallPassed, commit, environment: environment.slug };
    const events = failures.length > 0 ? { events: failures.map(ledgerLine) } : {};
    return {
      value,
      record: { kind: "scorecard", subjects: [id, service.id], data: { ...facts, ...events } },
      announce: () => announceAll(failures, { tenant: actor.tenantId, service: service.slug }),
    };
  },
});

type Row = Pick<
  typeof scorecard.$inferSelect,
  "tenantId" | "serviceId" | "environmentId" | "runId" | "commit" | "digest"
>;

/** The id of a run that was stored before, or `conflict` where it held something else. */
async function knownId(tx: Tx, { tenantId, serviceId, runId, ...same }: Row): Promise<string> {
  const [known] = await tx
    .select()
    .from(scorecard)
    .where(and(eq(scorecard.tenantId, tenantId), eq(scorecard.serviceId, serviceId), eq(scorecard.runId, runId)));
  const { digest, commit, environmentId } = same;
  if (known?.digest === digest && known.commit === commit && known.environmentId === environmentId) return known.id;
  throw runConflict(runId, "content");
}

const ledgerLine = ({ id, owner, data }: RecordedFailure) => ({ name: SUITE_FAILED, id, suite: data.suite, owner });

function announceAll(failures: RecordedFailure[], about: { tenant: string; service: string }): void {
  for (const { owner, data } of failures) announceSuiteFailure({ ...about, ...data, owner });
}
