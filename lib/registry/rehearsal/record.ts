import { z } from "zod";
import { rehearsal } from "@/db/schema/evidence";
import { digestOf } from "@/lib/core/digest";
import { parseWith } from "@/lib/core/parse";
import { checkRehearsalTimes, type RehearsalDocument, rehearsalDocument } from "@/lib/core/rehearsal/schema";
import { doneByColumns } from "../actor-columns";
import { environmentBySlug, serviceBySlug } from "../catalog";
import { command } from "../command";
import { newId } from "../id";
import { endFollowUps } from "./end-follow-ups";
import { freshnessOf } from "./freshness";
import { holdSession } from "./hold-session";
import { tellFailed } from "./tell-failed";

/** Records a rollback drill with its outcome. */
export const recordRehearsal = command({
  name: "rehearsal.record",
  permission: "rehearsal:record",
  input: z.strictObject({ document: z.unknown() }),
  async run(scope, input) {
    const { tx, actor, now } = scope;
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
    const session = await holdSession(scope, { id, ...place, startedAt: new Date(document.started_at) });
    if (document.outcome === "failed") await tellFailed(scope, { id, service, environment, gaps: document.gaps });
    const closed = document.outcome === "passed" ? await endFollowUps(scope, place) : [];
    const { state, ageSeconds, dueAt, reason } = await freshnessOf(tx, actor, place, now);
    return {
      value: { id, outcome: document.outcome, freshness: { state, ageSeconds, dueAt, reason } },
      record: {
        kind: "rehearsal",
        subjects: [id, service.id, ...(session ? [session] : []), ...closed],
        data: recordOf(id, document, session),
      },
    };
  },
});

/** The ledger takes the long texts as a digest: its entries are small. */
function recordOf(id: string, document: RehearsalDocument, session: string | null) {
  const { gaps: _, participants: __, steps, ...facts } = document;
  const timed = steps?.map(({ detail: ___, ...step }) => step);
  const planned = session ? { session } : {};
  return { rehearsal: id, ...facts, ...planned, ...(timed ? { steps: timed } : {}), digest: digestOf(document) };
}
