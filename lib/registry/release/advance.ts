import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { release, stageEvent } from "@/db/schema/release";
import { sha256Text } from "@/lib/core/digest";
import { DomainError } from "@/lib/core/errors";
import { planAdvance } from "@/lib/core/release/advance";
import { artifactMismatch } from "@/lib/core/release/ship";
import { STAGE_STATUSES, STAGES, type Stage, type StageStatus } from "@/lib/core/release/stages";
import { doneByColumns } from "../actor-columns";
import { type CommandOutcome, type CommandScope, command } from "../command";
import { decide } from "../gate/decide";
import { newId } from "../id";
import { currentManifest, type FoundRelease, findRelease } from "./find";

const input = z.strictObject({
  releaseId: z.uuid(),
  stage: z.enum(STAGES),
  status: z.enum(STAGE_STATUSES).default("running"),
  note: z.string().trim().max(2000).optional(),
  /** Hashes of what is about to ship; required to start production. */
  artifacts: z.array(sha256Text).max(10_000).optional(),
});
type Input = z.output<typeof input>;
type Advanced = { releaseId: string; stage: Stage; status: StageStatus };

/** Starts or finishes a stage. What is refused is recorded too, with the stage that is missing. */
export const advanceRelease = command({
  name: "release.advance",
  permission: "release:advance",
  input,
  async run(scope, request): Promise<CommandOutcome<Advanced>> {
    const found = await findRelease(scope.tx, scope.actor, request.releaseId, "lock");
    const plan = planAdvance(
      { stage: found.release.stage, status: found.release.stageStatus },
      request.stage,
      request.status,
    );
    if (!plan.allowed) return refused(found, request, plan.reason, { missingStage: plan.missingStage });
    const entry = entersProduction(found, request) ? await judgeEntry(scope, found, request) : null;
    if (entry?.bar) return refused(found, request, entry.bar, { decision: entry.decisionId });
    await store(scope, found, request, plan.ended);
    return {
      value: { releaseId: found.release.id, stage: request.stage, status: request.status },
      record: recordOf(found, request, {
        from: found.release.stage,
        fromStatus: found.release.stageStatus,
        decision: entry?.decisionId ?? null,
        artifacts: request.artifacts ?? null,
      }),
    };
  },
});

/** A rollout that failed enters anew when it is started again: what was approved then may have changed since. */
function entersProduction({ release: { stage, stageStatus } }: FoundRelease, request: Input): boolean {
  return request.stage === "production" && (stage !== "production" || stageStatus === "failed");
}

/** Entry to production: an approve at this very moment, for exactly the artifacts that are to ship; else the reason why not. */
async function judgeEntry(
  scope: CommandScope,
  found: FoundRelease,
  request: Input,
): Promise<{ bar: string | null; decisionId: string }> {
  const { id: decisionId, verdict } = await decide(scope, found);
  if (verdict.verdict !== "approve") return { bar: `The gate says no: ${verdict.summary}`, decisionId };
  const manifest = await currentManifest(scope.tx, scope.actor, found.release.id);
  return { bar: artifactMismatch(manifest?.content.artifacts ?? [], request.artifacts ?? []), decisionId };
}

async function store(
  { tx, actor, now }: CommandScope,
  found: FoundRelease,
  request: Input,
  ended: boolean,
): Promise<void> {
  const key = and(eq(release.tenantId, actor.tenantId), eq(release.id, found.release.id));
  const requesting = request.stage === "staging" && !found.release.approvalsRequestedAt;
  await tx
    .update(release)
    .set({
      stage: request.stage,
      stageStatus: request.status,
      endedAt: ended ? now : found.release.endedAt,
      approvalsRequestedAt: requesting ? now : found.release.approvalsRequestedAt,
    })
    .where(key);
  await tx.insert(stageEvent).values({
    tenantId: actor.tenantId,
    id: newId(now),
    releaseId: found.release.id,
    stage: request.stage,
    status: request.status,
    note: request.note ?? null,
    at: now,
    ...doneByColumns(actor),
  });
}

type More = Record<string, unknown> & { decision?: string | null };

const recordOf = (found: FoundRelease, request: Input, more: More) => ({
  kind: "stage",
  subjects: more.decision ? [found.release.id, more.decision] : [found.release.id],
  data: {
    release: found.release.id,
    stage: request.stage,
    status: request.status,
    note: request.note ?? null,
    ...more,
  },
});

function refused(found: FoundRelease, request: Input, reason: string, more: More): CommandOutcome<Advanced> {
  return {
    value: { releaseId: found.release.id, stage: found.release.stage, status: found.release.stageStatus },
    record: recordOf(found, request, { refused: reason, ...more }),
    refusal: new DomainError("conflict", reason, [{ path: "stage", message: reason }]),
  };
}
