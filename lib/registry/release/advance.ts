import { z } from "zod";
import { sha256Text } from "@/lib/core/digest";
import { DomainError, invalid } from "@/lib/core/errors";
import { isDoneAlready, needsReason, planAdvance } from "@/lib/core/release/advance";
import { evidenceLink, linkEvidence, missingEvidence } from "@/lib/core/release/evidence";
import { versionText } from "@/lib/core/release/identity";
import { STAGE_STATUSES, STAGES, type Stage, type StageState, type StageStatus } from "@/lib/core/release/stages";
import { type CommandOutcome, type CommandScope, command } from "../command";
import { scorecardFact } from "../gate/evidence-facts";
import { noteReleaseEvent } from "../incident/note-release";
import { beginPostRelease, endPostRelease } from "../post-release/begin";
import { enterProduction, type ProductionEntry } from "./enter-production";
import { type FoundRelease, findRelease } from "./find";
import { moveStage } from "./move";
import { versionBefore } from "./previous";
import { promoteToStaging } from "./promote";
import { keepRefusal } from "./refuse";
import { rolloutAnnouncement } from "./rollout";
import { knownEvidence } from "./stage-evidence";

const input = z.strictObject({
  releaseId: z.uuid(),
  stage: z.enum(STAGES),
  status: z.enum(STAGE_STATUSES).default("running"),
  /** Needed to abort, reject or roll back: the reason. */
  note: z.string().trim().max(2000).optional(),
  /** Hashes of what was built, or of what is about to ship; required to start production. */
  artifacts: z.array(sha256Text).max(10_000).optional(),
  evidence: z.array(evidenceLink).max(20).optional(),
  /** Of a release that is rolled back: the version that is in place again. */
  rolledBackTo: versionText.optional(),
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
    if (request.stage === "rejected" && scope.actor.kind !== "person") {
      throw new DomainError("forbidden", "Only a person rejects a release; a pipeline aborts it.");
    }
    return advance(scope, found, request);
  },
});

/** Brings a locked release to a stage, or refuses and keeps the attempt. For commands that have asked who may. */
export async function advance(
  scope: CommandScope,
  found: FoundRelease,
  request: Input,
): Promise<CommandOutcome<Advanced>> {
  requireFit(request);
  const at = await scope.readClock();
  const { stage, stageStatus: status } = found.release;
  if (isDoneAlready({ stage, status }, request.stage, request.status)) {
    return { value: { releaseId: found.release.id, stage, status }, record: "unchanged" };
  }
  const plan = planAdvance({ stage, status }, request.stage, request.status);
  if (!plan.allowed) return refused(scope, found, request, { ...plan, at });
  const lacking = await lackingEvidence(scope, found, request);
  if (lacking) return refused(scope, found, request, { reason: lacking, at });
  const judged = enters("production", found, plan.next)
    ? await enterProduction(scope, found, request.artifacts ?? [])
    : null;
  if (judged?.bar) return refused(scope, found, request, { reason: judged.bar, decisionId: judged.decisionId, at });
  return moved(scope, found, request, { next: plan.next, ended: plan.ended, at, entry: judged?.entry ?? null });
}

type Accepted = { next: StageState; ended: boolean; at: Date; entry: ProductionEntry | null };

async function moved(
  scope: CommandScope,
  found: FoundRelease,
  request: Input,
  { next, ended, at, entry }: Accepted,
): Promise<CommandOutcome<Advanced>> {
  const isRolledBack = next.stage === "rolled_back";
  const rolledBackTo = isRolledBack ? (request.rolledBackTo ?? (await versionBefore(scope.tx, found, at))) : null;
  const missing = enters("staging", found, next) ? await promoteToStaging(scope, found, at) : null;
  const known = await knownEvidence(scope, found, { next, entry, artifacts: request.artifacts ?? [] });
  const evidence = [...known, ...(request.evidence ?? []).map(linkEvidence)];
  const note = request.note || null;
  const after = await moveStage(scope, found, { next, ended, at, note, evidence, entry, rolledBackTo });
  await tellIncidents(scope, after, at);
  if (next.stage === "production" && next.status === "succeeded") await beginPostRelease(scope, after);
  if (isRolledBack) await endPostRelease(scope, after);
  return {
    value: { releaseId: found.release.id, ...next },
    record: recordOf(found, next, {
      note,
      from: found.release.stage,
      fromStatus: found.release.stageStatus,
      decision: entry?.decisionId ?? null,
      by: entry?.by ?? null,
      artifacts: request.artifacts ?? null,
      evidence,
      ...(missing === null ? {} : { draft: { missing } }),
      ...(isRolledBack ? { rolledBackTo } : {}),
    }),
    announce: rolloutAnnouncement(after, next, at),
  };
}

function tellIncidents({ tx, actor }: CommandScope, { release: it, environment }: FoundRelease, at: Date) {
  const { id: releaseId, serviceId, version, stage, stageStatus: status } = it;
  return noteReleaseEvent(
    { tx, actor, now: at },
    { releaseId, serviceId, version, place: environment.slug, stage, status },
  );
}

/** A stage that failed is entered anew when it is started again: what held then may have changed since. */
function enters(wanted: Stage, { release: { stage, stageStatus } }: FoundRelease, next: StageState): boolean {
  return next.stage === wanted && (stage !== wanted || stageStatus === "failed");
}

function requireFit({ stage, note, rolledBackTo }: Input): void {
  if (needsReason(stage) && !note) throw invalid("note", "say why: the release ends with this");
  if (rolledBackTo && stage !== "rolled_back")
    throw invalid("rolledBackTo", "is only for a release that is rolled back");
}

async function lackingEvidence({ tx }: CommandScope, found: FoundRelease, { stage, status }: Input) {
  if (stage !== "readiness" || status !== "succeeded") return null;
  const hasScorecard = (await scorecardFact(tx, found)).state === "found";
  const { release, environment } = found;
  return missingEvidence(stage, status, { hasScorecard, commit: release.commit, environment: environment.slug });
}

type More = Record<string, unknown> & { decision?: string | null };

const recordOf = ({ release: { id } }: FoundRelease, asked: StageState, more: More) => ({
  kind: "stage",
  subjects: more.decision ? [id, more.decision] : [id],
  data: { release: id, stage: asked.stage, status: asked.status, ...more },
});

type Refused = { reason: string; missingStage?: Stage | null; decisionId?: string; at: Date };

async function refused(
  scope: CommandScope,
  found: FoundRelease,
  { stage, status, note }: Input,
  { reason, missingStage = null, decisionId, at }: Refused,
): Promise<CommandOutcome<Advanced>> {
  const { id, stage: reached, stageStatus } = found.release;
  const asked = { stage, status };
  const refusal = await keepRefusal(scope, found, { asked, reason, missingStage, decisionId: decisionId ?? null, at });
  return {
    value: { releaseId: id, stage: reached, status: stageStatus },
    record: recordOf(found, asked, {
      note: note || null,
      refused: reason,
      ...(decisionId ? { decision: decisionId } : { missingStage }),
    }),
    refusal,
    announce: rolloutAnnouncement(found, asked, at, { reason, decisionId: decisionId ?? null }),
  };
}
