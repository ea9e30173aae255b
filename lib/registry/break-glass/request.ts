import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { breakGlass } from "@/db/schema/break-glass";
import { rolesWith } from "@/lib/core/access";
import {
  BREAK_GLASS_MAX_MINUTES,
  BREAK_GLASS_MIN_MINUTES,
  BREAK_GLASS_REASON_LENGTH,
  blockersOf,
  requireBreakable,
} from "@/lib/core/break-glass/request";
import { DomainError } from "@/lib/core/errors";
import { evaluateGate } from "@/lib/core/gate/evaluate";
import type { Verdict } from "@/lib/core/gate/verdict";
import { requirePerson } from "../actor-columns";
import { type CommandScope, command } from "../command";
import { policyInForce } from "../gate/policy";
import { gateFacts } from "../gate-facts";
import { newId } from "../id";
import { notify } from "../notification/notify";
import { currentManifest, type FoundRelease, findRelease, type ReleaseRow, requireOpen } from "../release/find";

const MINUTE_MS = 60_000;

/** Asks to let a release into production past the gate. It opens nothing until a second person confirms it. */
export const requestBreakGlass = command({
  name: "break-glass.request",
  permission: "break-glass:request",
  stepUp: true,
  input: z.strictObject({
    releaseId: z.uuid(),
    reason: z
      .string()
      .trim()
      .min(BREAK_GLASS_REASON_LENGTH, `say in ${BREAK_GLASS_REASON_LENGTH} characters or more why it cannot wait`)
      .max(5000),
    /** How long it may be confirmed and used. */
    minutes: z.int().min(BREAK_GLASS_MIN_MINUTES).max(BREAK_GLASS_MAX_MINUTES),
  }),
  async run(scope, { releaseId, reason, minutes }) {
    const { tx, actor, readClock } = scope;
    const requester = requirePerson(actor);
    const found = await findRelease(tx, actor, releaseId, "lock");
    requireOpen(found.release);
    const at = await readClock();
    const { verdict, manifest } = await breakable(scope, found, at);
    const row = {
      tenantId: actor.tenantId,
      id: newId(at),
      releaseId,
      manifestId: manifest.id,
      manifestDigest: manifest.digest,
      artifacts: manifest.content.artifacts.map(({ name, hash }) => ({ name, hash })),
      reason,
      blockers: blockersOf(verdict),
      requestedAt: at,
      requestedById: requester.id,
      requestedByName: requester.name,
      requestedByEmail: requester.email,
      expiresAt: new Date(at.getTime() + minutes * MINUTE_MS),
    };
    await tx.insert(breakGlass).values(row);
    await tellConfirmers(scope, found, row, verdict);
    const { tenantId: _, id, requestedAt, expiresAt, ...data } = row;
    return {
      value: { id, releaseId, expiresAt: expiresAt.toISOString() },
      record: {
        kind: "break-glass",
        subjects: [releaseId, id],
        data: { ...data, breakGlass: id, release: releaseId, expiresAt: expiresAt.toISOString(), said: "requested" },
      },
    };
  },
});

async function breakable({ tx, actor }: CommandScope, found: FoundRelease, at: Date) {
  const { release, environment } = found;
  const policy = (await policyInForce(tx, actor.tenantId))?.policy ?? null;
  const verdict = evaluateGate(policy, await gateFacts(tx, actor, found), at);
  const manifest = await currentManifest(tx, actor, release.id);
  const open = manifest ? await openOnes(tx, release, manifest.id, at) : [];
  requireBreakable({
    isProduction: environment.isProduction,
    stage: { stage: release.stage, status: release.stageStatus },
    verdict: verdict.verdict,
    artifacts: manifest?.content.artifacts ?? null,
    hasOpenOne: open.length > 0,
  });
  if (!manifest) throw new DomainError("conflict", "This release has no manifest.");
  return { verdict, manifest };
}

function openOnes(tx: Tx, { tenantId, id: releaseId }: ReleaseRow, manifestId: string, at: Date) {
  return tx
    .select({ id: breakGlass.id })
    .from(breakGlass)
    .where(
      and(
        eq(breakGlass.tenantId, tenantId),
        eq(breakGlass.releaseId, releaseId),
        eq(breakGlass.manifestId, manifestId),
        isNull(breakGlass.usedAt),
        isNull(breakGlass.cancelledAt),
        gt(breakGlass.expiresAt, at),
      ),
    )
    .limit(1);
}

type Row = { id: string; reason: string; requestedAt: Date; requestedById: string; requestedByName: string };

async function tellConfirmers(
  { tx, actor }: CommandScope,
  { release, service, environment }: FoundRelease,
  row: Row,
  verdict: Verdict,
): Promise<void> {
  const scope = { tx, tenantId: actor.tenantId, now: row.requestedAt };
  await notify(scope, {
    kind: "break-glass-requested",
    key: `break-glass-requested:${row.id}`,
    to: { roles: rolesWith("break-glass:confirm") },
    except: [row.requestedById],
    serviceId: service.id,
    environmentId: environment.id,
    releaseId: release.id,
    title: `${row.requestedByName} asks to break the glass for ${service.slug} ${release.version}`,
    verdict: verdict.verdict === "waiver_required" ? "WAIVER NEEDED" : "NO-GO",
    reason: row.reason,
    path: `/releases/${release.id}#break-glass`,
  });
}
