import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { metricCatalogue } from "@/db/schema/catalogue";
import { checklistConfirmation, postReleaseStep, releaseArchive } from "@/db/schema/post-release";
import type { Actor } from "@/lib/core/access";
import type { ArchiveFact, ChecklistFacts } from "@/lib/core/checklist/checklist";
import type { RunbookFacts } from "@/lib/core/checklist/runbooks";
import type { ArchiveDocument } from "@/lib/core/post-release/archive";
import { readResult } from "@/lib/core/post-release/result";
import { policyInForce } from "../gate/policy";
import { freshnessOf } from "../rehearsal/freshness";
import type { FoundRelease } from "../release/find";
import { type PreviousRelease, previousRelease } from "../release/previous";
import { metricNamesOf } from "./metric-names";
import { freshnessAt } from "./rehearsed-at";

/** Everything that a release's checklist is computed from, as it is at `now`. `archived`: what an archive being made holds. */
export async function checklistFacts(
  tx: Tx,
  actor: Actor,
  found: FoundRelease,
  now: Date,
  archived?: ArchiveFact,
): Promise<ChecklistFacts> {
  const { releasedAt } = found.release;
  const place = { serviceId: found.service.id, environmentId: found.environment.id };
  const policy = (await policyInForce(tx, actor.tenantId))?.policy ?? null;
  const fresh = await freshnessOf(tx, actor, place, now);
  return {
    releaseId: found.release.id,
    service: found.service.slug,
    environment: found.environment.slug,
    released: releasedAt !== null,
    archive: archived ?? (await storedArchive(tx, found)),
    rehearsal: {
      atRollout: releasedAt && policy ? await freshnessAt(tx, actor, place, policy, releasedAt) : fresh,
      now: fresh,
      required: policy?.requireRehearsal ?? false,
      maxAgeDays: policy?.maxRehearsalAgeDays ?? null,
    },
    notified: await notifiedOf(tx, found),
    runbooks: await runbookFacts(tx, found, await previousRelease(tx, found, releasedAt ?? now)),
  };
}

async function storedArchive(tx: Tx, found: FoundRelease): Promise<ArchiveFact | null> {
  const { tenantId, id } = found.release;
  const [row] = await tx
    .select()
    .from(releaseArchive)
    .where(and(eq(releaseArchive.tenantId, tenantId), eq(releaseArchive.releaseId, id)));
  return row ? { digest: row.digest, ...whatIsArchived(JSON.parse(row.document)) } : null;
}

/** The hashes and approvers that an archive holds. */
export function whatIsArchived({ manifest, approvals }: Pick<ArchiveDocument, "manifest" | "approvals">) {
  const standing = approvals.filter(({ decision, withdrawn_at }) => decision === "approve" && withdrawn_at === null);
  return { artifacts: manifest?.artifacts.length ?? 0, approvers: standing.map(({ name }) => name) };
}

async function notifiedOf(tx: Tx, { release }: FoundRelease): Promise<ChecklistFacts["notified"]> {
  const [row] = await tx
    .select()
    .from(postReleaseStep)
    .where(
      and(
        eq(postReleaseStep.tenantId, release.tenantId),
        eq(postReleaseStep.releaseId, release.id),
        eq(postReleaseStep.step, "notify"),
        eq(postReleaseStep.state, "done"),
      ),
    );
  if (!row?.finishedAt) return null;
  return { at: row.finishedAt.toISOString(), recipients: readResult(row.result).recipients ?? [] };
}

/** What tells whether a release measures something new, and what is known of it. */
export async function runbookFacts(
  tx: Tx,
  { release }: FoundRelease,
  previous: PreviousRelease | null,
): Promise<RunbookFacts> {
  const { tenantId, serviceId, environmentId, commit } = release;
  const place = { tenantId, serviceId, environmentId };
  const catalogue = await tx
    .select({ name: metricCatalogue.name, runbookUrl: metricCatalogue.runbookUrl })
    .from(metricCatalogue)
    .where(and(eq(metricCatalogue.tenantId, tenantId), eq(metricCatalogue.serviceId, serviceId)));
  const confirmations = await tx
    .select()
    .from(checklistConfirmation)
    .where(and(eq(checklistConfirmation.tenantId, tenantId), eq(checklistConfirmation.releaseId, release.id)))
    .orderBy(asc(checklistConfirmation.confirmedAt), asc(checklistConfirmation.id));
  return {
    seen: await metricNamesOf(tx, { ...place, commit }),
    before: previous && {
      version: previous.version,
      names: await metricNamesOf(tx, { ...place, commit: previous.commit }),
    },
    catalogue: catalogue.map(({ name, runbookUrl }) => ({ name, hasRunbook: runbookUrl !== null })),
    confirmations: confirmations.map(({ metrics, reason, byName }) => ({ metrics, reason, by: byName })),
  };
}
