import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decision, waiver } from "@/db/schema/decision";
import { manifest } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { waiversRestedOn } from "@/lib/core/gate/deployable";
import type { Verdict } from "@/lib/core/gate/verdict";
import { manifestContent } from "@/lib/core/manifest/schema";
import { waiverStanding } from "@/lib/core/waiver/coverage";
import { breakGlassTold } from "../break-glass/told";
import { read } from "../read";
import { isRecordId } from "../record-id";
import { currentManifest, findRelease } from "../release/find";
import { releaseName } from "./release-name";
import { waiverFact } from "./waiver-facts";

/** A stored decision as it was made, or `not_found`. */
export async function decisionById(actor: Actor, id: string) {
  return read(actor, async (tx) => (await findDecision(tx, actor, id)).view);
}

/** The same with what may ship on it and what has become of its release since: what a deploy step must know. */
export async function decisionWithStanding(actor: Actor, id: string) {
  return read(actor, async (tx, now) => {
    const { view, found } = await findDecision(tx, actor, id);
    const [judged] = view.manifestId
      ? await tx
          .select()
          .from(manifest)
          .where(isRecord(manifest, actor, view.manifestId))
      : [];
    const { stage, stageStatus, endedAt, lastDecisionId, lastVerdict } = found.release;
    return {
      ...view,
      release: releaseName(found),
      artifacts: judged ? manifestContent.parse(judged.content).artifacts : [],
      standing: {
        now: now.toISOString(),
        manifestDigest: (await currentManifest(tx, actor, found.release.id))?.digest ?? null,
        lastDecision: lastDecisionId && lastVerdict ? { id: lastDecisionId, verdict: lastVerdict } : null,
        stage,
        stageStatus,
        endedAt: endedAt?.toISOString() ?? null,
        waivers: await waiversSince(tx, actor, view.verdict, now),
      },
    };
  });
}

/** What the waivers that the verdict rests on are worth now; one that is not there any more is worth nothing. */
async function waiversSince(tx: Tx, actor: Actor, verdict: Verdict, now: Date) {
  const used = waiversRestedOn(verdict);
  if (used.length === 0) return [];
  const ids = used.map(({ id }) => id);
  const rows = await tx
    .select()
    .from(waiver)
    .where(and(eq(waiver.tenantId, actor.tenantId), inArray(waiver.id, ids)));
  const standings = new Map(rows.map((row) => [row.id, waiverStanding(waiverFact(row), now)]));
  const unknown = { state: "error" as const, reason: "it is not known any more" };
  return used.map((each) => ({ ...each, ...(standings.get(each.id) ?? unknown) }));
}

async function findDecision(tx: Tx, actor: Actor, id: string) {
  if (!isRecordId(id)) throw unknown();
  const [row] = await tx
    .select()
    .from(decision)
    .where(isRecord(decision, actor, id));
  if (!row) throw unknown();
  const found = await findRelease(tx, actor, row.releaseId);
  const view = {
    id: row.id,
    releaseId: row.releaseId,
    kind: row.kind,
    breakGlass: row.breakGlassId ? await breakGlassTold(tx, actor.tenantId, row.breakGlassId) : null,
    verdict: row.body as Verdict,
    policyVersion: row.policyVersion,
    manifestId: row.manifestId,
    manifestDigest: row.manifestDigest,
    scorecardId: row.scorecardId,
    scorecardDigest: row.scorecardDigest,
    traceId: row.traceId,
    decidedAt: row.decidedAt.toISOString(),
    decidedBy: { kind: row.byKind, id: row.byId, name: row.byName },
  };
  return { view, found };
}

const isRecord = (table: typeof decision | typeof manifest, actor: Actor, id: string) =>
  and(eq(table.tenantId, actor.tenantId), eq(table.id, id));

const unknown = () => new DomainError("not_found", "There is no such decision.");
