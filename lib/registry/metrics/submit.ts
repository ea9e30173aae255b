import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { metricsSnapshot } from "@/db/schema/evidence";
import { digestOf } from "@/lib/core/digest";
import { latestValues, parseMetrics } from "@/lib/core/metrics/parse";
import { measuredIn } from "@/lib/core/metrics/schema";
import { doneByColumns } from "../actor-columns";
import { environmentBySlug, serviceBySlug } from "../catalog";
import { command } from "../command";
import { newId } from "../id";
import { runConflict } from "../run-conflict";
import { requireNotFuture } from "../time";
import { within } from "../within";

/** Stores a snapshot of a run's telemetry, once for each run. */
export const submitMetrics = command({
  name: "metrics.submit",
  permission: "metrics:submit",
  input: z.strictObject({ service: z.string(), document: z.unknown() }),
  async run({ tx, actor, now }, input) {
    const document = within("document", () => parseMetrics(input.document));
    const service = await serviceBySlug(tx, actor, input.service);
    const environment = await environmentBySlug(tx, actor, document.environment);
    const takenAt = new Date(document.taken_at);
    requireNotFuture(takenAt, now, "document.taken_at");
    const measured = measuredIn(input.document);
    const digest = digestOf(measured);
    const id = newId(now);
    const [stored] = await tx
      .insert(metricsSnapshot)
      .values({
        tenantId: actor.tenantId,
        id,
        serviceId: service.id,
        environmentId: environment.id,
        commit: document.commit,
        runId: document.run_id,
        digest,
        document: measured,
        values: latestValues(document),
        takenAt,
        receivedAt: now,
        ...doneByColumns(actor),
      })
      .onConflictDoNothing({ target: [metricsSnapshot.tenantId, metricsSnapshot.serviceId, metricsSnapshot.runId] })
      .returning({ id: metricsSnapshot.id });
    const value = { id, runId: document.run_id, digest, duplicate: false };
    if (stored) {
      const data = {
        metrics: id,
        run: document.run_id,
        digest,
        commit: document.commit,
        environment: environment.slug,
      };
      return { value, record: { kind: "metrics", subjects: [id, service.id], data } };
    }
    const [known] = await tx
      .select()
      .from(metricsSnapshot)
      .where(
        and(
          eq(metricsSnapshot.tenantId, actor.tenantId),
          eq(metricsSnapshot.serviceId, service.id),
          eq(metricsSnapshot.runId, document.run_id),
        ),
      );
    if (known?.digest !== digest) {
      throw runConflict(document.run_id, "metrics");
    }
    return { value: { ...value, id: known.id, duplicate: true }, record: "unchanged" };
  },
});
