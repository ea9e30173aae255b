import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { breakGlass } from "@/db/schema/break-glass";
import type { PersonActor } from "@/lib/core/access";
import { releaseParties } from "@/lib/core/approval/parties";
import { confirmingBar } from "@/lib/core/break-glass/confirm";
import { breakGlassState } from "@/lib/core/break-glass/state";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { type CommandScope, command } from "../command";
import { gateFacts } from "../gate-facts";
import { notify } from "../notification/notify";
import { currentManifest, type FoundRelease, requireOpen } from "../release/find";
import { type BreakGlassRow, lockBreakGlass } from "./find";

/** The second person's word. From now on, until it expires, the release may enter production once past the gate. */
export const confirmBreakGlass = command({
  name: "break-glass.confirm",
  permission: "break-glass:confirm",
  stepUp: true,
  input: z.strictObject({ breakGlassId: z.uuid() }),
  async run(scope, { breakGlassId }) {
    const { tx, actor, readClock } = scope;
    const confirmer = requirePerson(actor);
    const { row, found } = await lockBreakGlass(tx, actor, breakGlassId);
    requireOpen(found.release);
    const at = await readClock();
    await requireConfirmable(scope, found, row, confirmer, at);
    const confirmed = await tx
      .update(breakGlass)
      .set({
        confirmedAt: at,
        confirmedById: confirmer.id,
        confirmedByName: confirmer.name,
        confirmedByEmail: confirmer.email,
      })
      .where(and(eq(breakGlass.tenantId, actor.tenantId), eq(breakGlass.id, row.id), isWaiting(at)))
      .returning({ id: breakGlass.id });
    if (confirmed.length === 0) throw new DomainError("conflict", "This break-glass waits for nobody any more.");
    await tellBoard(scope, found, row, confirmer, at);
    const expiresAt = row.expiresAt.toISOString();
    return {
      value: { id: row.id, releaseId: row.releaseId, expiresAt },
      record: {
        kind: "break-glass",
        subjects: [row.releaseId, row.id],
        data: {
          breakGlass: row.id,
          release: row.releaseId,
          said: "confirmed",
          requestedBy: row.requestedById,
          confirmedBy: confirmer.id,
          expiresAt,
        },
      },
    };
  },
});

const isWaiting = (at: Date) =>
  and(isNull(breakGlass.confirmedAt), isNull(breakGlass.cancelledAt), gt(breakGlass.expiresAt, at));

const REFUSALS = {
  confirmed: "This break-glass is confirmed already.",
  used: "This break-glass has been used.",
  expired: "This break-glass has expired. It has to be asked for again.",
  cancelled: "This break-glass was cancelled.",
};

async function requireConfirmable(
  { tx, actor }: CommandScope,
  found: FoundRelease,
  row: BreakGlassRow,
  confirmer: PersonActor,
  at: Date,
): Promise<void> {
  const state = breakGlassState(row, at);
  if (state !== "requested") throw new DomainError("conflict", REFUSALS[state]);
  const requester = { id: row.requestedById, name: row.requestedByName, email: row.requestedByEmail };
  const bar = confirmingBar(confirmer, requester, releaseParties(await gateFacts(tx, actor, found)));
  if (bar) throw new DomainError("forbidden", bar);
  const manifest = await currentManifest(tx, actor, found.release.id);
  if (manifest?.id !== row.manifestId) {
    throw new DomainError("conflict", "The manifest was revised since this was asked for. It has to be asked anew.");
  }
}

async function tellBoard(
  { tx, actor }: CommandScope,
  { release, service, environment }: FoundRelease,
  row: BreakGlassRow,
  confirmer: PersonActor,
  at: Date,
): Promise<void> {
  const scope = { tx, tenantId: actor.tenantId, now: at };
  await notify(scope, {
    kind: "break-glass-confirmed",
    key: `break-glass-confirmed:${row.id}`,
    to: { roles: ["change-board", "admin"], people: [row.requestedById] },
    except: [confirmer.id],
    serviceId: service.id,
    environmentId: environment.id,
    releaseId: release.id,
    title: `The glass is broken for ${service.slug} ${release.version}: ${confirmer.name} confirmed it`,
    verdict: null,
    reason: `${row.requestedByName} asked for it: ${row.reason}`,
    path: `/releases/${release.id}#break-glass`,
  });
}
