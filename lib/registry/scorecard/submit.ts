import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { scorecard } from "@/db/schema/evidence";
import { digestOf } from "@/lib/core/digest";
import { DomainError, invalid } from "@/lib/core/errors";
import { commitText } from "@/lib/core/release/identity";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import { doneByColumns } from "../actor-columns";
import { environmentBySlug, serviceBySlug } from "../catalog";
import { command } from "../command";
import { newId } from "../id";
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
    const id = newId(now);
    const [stored] = await tx
      .insert(scorecard)
      .values({
        tenantId: actor.tenantId,
        id,
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
      })
      .onConflictDoNothing({ target: [scorecard.tenantId, scorecard.serviceId, scorecard.runId] })
      .returning({ id: scorecard.id });
    const value = { id, runId: model.runId, digest, overallPassed: model.overallPassed, duplicate: false };
    if (stored) {
      const data = {
        scorecard: id,
        run: model.runId,
        digest,
        overallPassed: model.overallPassed,
        commit: input.commit,
        environment: environment.slug,
      };
      return { value, record: { kind: "scorecard", subjects: [id, service.id], data } };
    }
    const [known] = await tx
      .select()
      .from(scorecard)
      .where(
        and(
          eq(scorecard.tenantId, actor.tenantId),
          eq(scorecard.serviceId, service.id),
          eq(scorecard.runId, model.runId),
        ),
      );
    if (known?.digest !== digest || known.commit !== input.commit || known.environmentId !== environment.id) {
      throw new DomainError(
        "conflict",
        `Run ${model.runId} was submitted before with other content. A new run needs a new run_id.`,
        [{ path: "document.run_id", message: "already used with other content" }],
      );
    }
    return { value: { ...value, id: known.id, duplicate: true }, record: "unchanged" };
  },
});
