import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decision } from "@/db/schema/decision";
import { manifestDraft, stageEvent } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import type { Facts } from "@/lib/core/gate/facts";
import { draftManifest, type ManifestDraft } from "@/lib/core/manifest/draft";
import { nextRolloutWindow } from "@/lib/core/manifest/next-window";
import { doneByColumns } from "../actor-columns";
import type { CommandScope } from "../command";
import { gateFacts } from "../gate-facts";
import type { FoundRelease } from "../release/find";
import { releasedContent } from "./released";

/** The draft as it was put together last, whether or not a manifest has been put since. */
export async function manifestDraftOf(tx: Tx, actor: Actor, releaseId: string) {
  const [row] = await tx
    .select()
    .from(manifestDraft)
    .where(and(eq(manifestDraft.tenantId, actor.tenantId), eq(manifestDraft.releaseId, releaseId)));
  return row ?? null;
}

/** Puts a draft together from the latest evidence, in place of the one before. */
export async function storeDraft(scope: CommandScope, found: FoundRelease, at: Date): Promise<ManifestDraft> {
  const { tx, actor } = scope;
  const draft = await compose(tx, found, await gateFacts(tx, actor, found), at);
  const changes = { ...draft, draftedAt: at, ...doneByColumns(actor) };
  await tx
    .insert(manifestDraft)
    .values({ tenantId: actor.tenantId, releaseId: found.release.id, ...changes })
    .onConflictDoUpdate({ target: [manifestDraft.tenantId, manifestDraft.releaseId], set: changes });
  return draft;
}

async function compose(tx: Tx, found: FoundRelease, facts: Facts, at: Date): Promise<ManifestDraft> {
  const { release, service, environment } = found;
  const { scorecard: run, calendars } = facts;
  const place = { service: service.slug, environment: environment.slug };
  const previous = await releasedContent(tx, found);
  const creator = release.byKind === "person" ? { name: release.byName, email: release.byEmail } : null;
  return draftManifest({
    release: {
      version: release.version,
      commit: release.commit,
      ...place,
    },
    creator,
    scorecard: run.state === "found" ? { runId: run.value.scorecard.runId, digest: run.value.digest } : null,
    traceIds: run.state === "found" && run.value.id ? await tracesOf(tx, found, run.value.id) : [],
    artifacts: await builtArtifacts(tx, found),
    previous,
    window: calendars.state === "found" ? nextRolloutWindow(calendars.value, place, at) : null,
  });
}

/** The trace in which the gate judged this very run last. */
async function tracesOf(tx: Tx, { release }: FoundRelease, scorecardId: string): Promise<string[]> {
  const rows = await tx
    .select({ traceId: decision.traceId })
    .from(decision)
    .where(
      and(
        eq(decision.tenantId, release.tenantId),
        eq(decision.releaseId, release.id),
        eq(decision.scorecardId, scorecardId),
      ),
    )
    .orderBy(desc(decision.decidedAt), desc(decision.id))
    .limit(1);
  return rows.map(({ traceId }) => traceId);
}

/** Hashes with which the build was reported last. */
async function builtArtifacts(tx: Tx, { release }: FoundRelease): Promise<string[]> {
  const rows = await tx
    .select({ evidence: stageEvent.evidence })
    .from(stageEvent)
    .where(
      and(
        eq(stageEvent.tenantId, release.tenantId),
        eq(stageEvent.releaseId, release.id),
        eq(stageEvent.stage, "build"),
        eq(stageEvent.status, "succeeded"),
      ),
    )
    .orderBy(desc(stageEvent.at), desc(stageEvent.id))
    .limit(1);
  return rows.flatMap(({ evidence }) => evidence.filter(({ kind }) => kind === "artifact").map(({ label }) => label));
}
