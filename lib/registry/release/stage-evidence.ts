import { and, asc, eq, isNull } from "drizzle-orm";
import { signature } from "@/db/schema/decision";
import { artifactEvidence, recordEvidence, type StageEvidence } from "@/lib/core/release/evidence";
import type { StageState } from "@/lib/core/release/stages";
import type { CommandScope } from "../command";
import { scorecardFact } from "../gate/evidence-facts";
import { manifestDraftOf } from "../manifest/draft";
import type { ProductionEntry } from "./enter-production";
import { currentManifest, type FoundRelease } from "./find";

/** More hashes than these are told by their manifest alone. */
const MOST_ARTIFACTS = 200;

/** What the registry itself knows that a stage rests on, at the moment in which it is entered or left. */
export async function knownEvidence(
  scope: CommandScope,
  found: FoundRelease,
  { next, entry, artifacts }: { next: StageState; entry: ProductionEntry | null; artifacts: readonly string[] },
): Promise<StageEvidence[]> {
  const hashes = artifacts.length > MOST_ARTIFACTS ? [] : [...new Set(artifacts)].map(artifactEvidence);
  if (next.stage === "production") return entry ? [...(await entryEvidence(scope, found, entry)), ...hashes] : [];
  if (next.stage === "staging") return manifestEvidence(scope, found);
  if (next.status === "running") return [];
  if (next.stage === "build") return hashes;
  if (next.stage === "readiness") return runEvidence(scope, found);
  return next.stage === "approval" ? signatureEvidence(scope, found) : [];
}

async function runEvidence({ tx }: CommandScope, found: FoundRelease): Promise<StageEvidence[]> {
  const run = await scorecardFact(tx, found);
  if (run.state !== "found" || !run.value.id) return [];
  const { runId, overallPassed } = run.value.scorecard;
  return [recordEvidence("scorecard", run.value.id, `Run ${runId}, ${overallPassed ? "passed" : "failed"}`)];
}

async function manifestEvidence({ tx, actor }: CommandScope, { release }: FoundRelease): Promise<StageEvidence[]> {
  const put = await currentManifest(tx, actor, release.id);
  if (put) return [recordEvidence("manifest", put.id, `Manifest revision ${put.revision}`)];
  const draft = await manifestDraftOf(tx, actor, release.id);
  if (!draft) return [];
  return [recordEvidence("draft", release.id, `Manifest draft, ${draft.missing.length} missing`)];
}

/** Signatures that stand on the manifest in force. */
async function signatureEvidence({ tx, actor }: CommandScope, { release }: FoundRelease): Promise<StageEvidence[]> {
  const put = await currentManifest(tx, actor, release.id);
  if (!put) return [];
  const rows = await tx
    .select()
    .from(signature)
    .where(
      and(
        eq(signature.tenantId, actor.tenantId),
        eq(signature.releaseId, release.id),
        eq(signature.manifestId, put.id),
        isNull(signature.withdrawnAt),
      ),
    )
    .orderBy(asc(signature.signedAt), asc(signature.id));
  return rows.map(({ id, printedName, decision, role }) =>
    recordEvidence("signature", id, `${printedName} ${decision === "approve" ? "approved" : "rejected"} as ${role}`),
  );
}

async function entryEvidence(
  { tx, actor }: CommandScope,
  { release }: FoundRelease,
  { decisionId, by }: ProductionEntry,
): Promise<StageEvidence[]> {
  if (by === "break-glass") return [recordEvidence("break-glass", decisionId, "Break-glass, not approved")];
  const put = await currentManifest(tx, actor, release.id);
  return [
    recordEvidence("decision", decisionId, "Decision: approve"),
    ...(put ? [recordEvidence("manifest", put.id, `Manifest revision ${put.revision}`)] : []),
  ];
}
