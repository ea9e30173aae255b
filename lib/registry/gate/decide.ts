import { and, eq } from "drizzle-orm";
import { decision } from "@/db/schema/decision";
import { release } from "@/db/schema/release";
import { isBeforeProduction } from "@/lib/core/break-glass/request";
import { DomainError } from "@/lib/core/errors";
import { evaluateGate } from "@/lib/core/gate/evaluate";
import type { Facts } from "@/lib/core/gate/facts";
import type { Verdict } from "@/lib/core/gate/verdict";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import { withGateSpan } from "@/lib/observability/gate-span";
import { doneByColumns } from "../actor-columns";
import type { CommandScope } from "../command";
import { gateFacts } from "../gate-facts";
import { newId } from "../id";
import type { FoundRelease } from "../release/find";
import { policyInForce } from "./policy";

export type StoredDecision = {
  id: string;
  verdict: Verdict;
  policyVersion: number | null;
  manifestDigest: string | null;
  /** What may ship on it: the artifacts of the manifest that was judged. */
  artifacts: ManifestContent["artifacts"];
  traceId: string;
};

/** By which break-glass a release goes past the gate that had not approved it. */
type PastTheGate = { breakGlassId: string };

/**
 * Evaluates the gate for a release that is locked and stores the decision, all on the clock read after the lock. Past
 * the gate, the decision is of kind break-glass, and keeps what the gate had said.
 */
export async function decide(scope: CommandScope, found: FoundRelease, past?: PastTheGate): Promise<StoredDecision> {
  const { tx, actor, readClock } = scope;
  const context = {
    release: found.release.id,
    service: found.service.slug,
    environment: found.environment.slug,
    version: found.release.version,
  };
  return withGateSpan(context, async (traceId) => {
    const at = await readClock();
    const inForce = await policyInForce(tx, actor.tenantId);
    const facts = await gateFacts(tx, actor, found, at);
    const verdict = evaluateGate(inForce?.policy ?? null, facts, at);
    const stored = {
      id: newId(at),
      verdict,
      policyVersion: inForce?.version ?? null,
      manifestDigest: digestIn(facts),
      artifacts: facts.manifest.state === "found" ? facts.manifest.value.content.artifacts : [],
      traceId,
    };
    if (past && verdict.verdict === "approve") {
      throw new DomainError("conflict", "The gate approves by now, so no glass has to be broken. Try again.");
    }
    await store(scope, found, facts, { ...stored, past: past ?? null }, at);
    return stored;
  });
}

const digestIn = (facts: Facts): string | null =>
  facts.manifest.state === "found" ? facts.manifest.value.digest : null;

async function store(
  { tx, actor }: CommandScope,
  found: FoundRelease,
  facts: Facts,
  stored: StoredDecision & { past: PastTheGate | null },
  at: Date,
): Promise<void> {
  const { verdict } = stored;
  const scorecard = facts.scorecard.state === "found" ? facts.scorecard.value : null;
  await tx.insert(decision).values({
    tenantId: actor.tenantId,
    id: stored.id,
    releaseId: found.release.id,
    kind: stored.past ? "break_glass" : "gate",
    breakGlassId: stored.past?.breakGlassId ?? null,
    verdict: verdict.verdict,
    body: verdict,
    policyVersion: stored.policyVersion,
    policyDigest: verdict.policyDigest,
    manifestId: facts.manifest.state === "found" ? facts.manifest.value.id : null,
    manifestDigest: stored.manifestDigest,
    scorecardId: scorecard?.id ?? null,
    scorecardDigest: scorecard?.digest ?? null,
    factsDigest: verdict.factsDigest,
    traceId: stored.traceId,
    decidedAt: at,
    ...doneByColumns(actor),
  });
  // A release that shipped by break-glass is known by that decision for ever.
  if (!stored.past && isShippedByBreakGlass(found)) return;
  await tx
    .update(release)
    .set({ lastVerdict: verdict.verdict, lastDecisionId: stored.id, lastDecidedAt: at })
    .where(and(eq(release.tenantId, actor.tenantId), eq(release.id, found.release.id)));
}

function isShippedByBreakGlass({ release: { breakGlassId, stage, stageStatus: status } }: FoundRelease): boolean {
  return breakGlassId !== null && !isBeforeProduction({ stage, status });
}
