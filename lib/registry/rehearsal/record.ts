import { z } from "zod";
import { rehearsal } from "@/db/schema/evidence";
import { digestOf } from "@/lib/core/digest";
import { parseWith } from "@/lib/core/parse";
import { checkRehearsalTimes, type RehearsalDocument, rehearsalDocument } from "@/lib/core/rehearsal/schema";
import { doneByColumns } from "../actor-columns";
import { environmentBySlug, serviceBySlug } from "../catalog";
import { command } from "../command";
import { newId } from "../id";
import { freshnessOf } from "./freshness";

/** Records a rollback drill with its outcome. */
export const recordRehearsal = command({
  name: "rehearsal.record",
  permission: "rehearsal:record",
  input: z.strictObject({ document: z.unknown() }),
  async run({ tx, actor, now }, input) {
    const document = parseWith(rehearsalDocument, input.document, "rehearsal");
    checkRehearsalTimes(document, now);
    const service = await serviceBySlug(tx, actor, document.service);
    const environment = await environmentBySlug(tx, actor, document.environment);
    const id = newId(now);
    await tx.insert(rehearsal).values({
      tenantId: actor.tenantId,
      id,
      serviceId: service.id,
      environmentId: environment.id,
      kind: document.kind,
      outcome: document.outcome,
      startedAt: new Date(document.started_at),
      finishedAt: new Date(document.finished_at),
      fromVersion: document.from_version,
      toVersion: document.to_version,
      participants: document.participants,
      gaps: document.gaps,
      evidenceUrl: document.evidence_url ?? null,
      steps: document.steps ?? null,
      recordedAt: now,
      ...doneByColumns(actor),
    });
    const place = { serviceId: service.id, environmentId: environment.id };
    const { state, ageSeconds, dueAt, reason } = await freshnessOf(tx, actor, place, now);
    return {
      value: { id, outcome: document.outcome, freshness: { state, ageSeconds, dueAt, reason } },
      record: { kind: "rehearsal", subjects: [id, service.id], data: recordOf(id, document) },
    };
  },
});

/** The ledger takes the long texts as a digest: its entries are small. */
function recordOf(id: string, document: RehearsalDocument) {
  const { gaps: _, participants: __, steps, ...facts } = document;
  const timed = steps?.map(({ detail: ___, ...step }) => step);
  return { rehearsal: id, ...facts, ...(timed ? { steps: timed } : {}), digest: digestOf(document) };
}
