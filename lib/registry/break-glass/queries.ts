import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import { breakGlass } from "@/db/schema/break-glass";
import { can, type PersonActor } from "@/lib/core/access";
import { releaseParties } from "@/lib/core/approval/parties";
import { confirmingBar } from "@/lib/core/break-glass/confirm";
import { type Blocker, isBeforeProduction } from "@/lib/core/break-glass/request";
import { type BreakGlassState, breakGlassState } from "@/lib/core/break-glass/state";
import { gateFacts } from "../gate-facts";
import { read } from "../read";
import { currentManifest } from "../release/find";
import { findReleaseByText } from "../release/find-by-text";
import type { BreakGlassRow } from "./find";

export type BreakGlassView = {
  id: string;
  state: BreakGlassState;
  reason: string;
  blockers: Blocker[];
  artifacts: { name: string; hash: string }[];
  manifestDigest: string;
  requestedBy: string;
  requestedAt: string;
  confirmedBy: string | null;
  confirmedAt: string | null;
  expiresAt: string;
  cancelled: { at: string; by: string; reason: string } | null;
  usedAt: string | null;
  decisionId: string | null;
};

function viewOf(row: BreakGlassRow, now: Date): BreakGlassView {
  return {
    id: row.id,
    state: breakGlassState(row, now),
    reason: row.reason,
    blockers: row.blockers,
    artifacts: row.artifacts,
    manifestDigest: row.manifestDigest,
    requestedBy: row.requestedByName,
    requestedAt: row.requestedAt.toISOString(),
    confirmedBy: row.confirmedByName,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
    cancelled: row.cancelledAt && {
      at: row.cancelledAt.toISOString(),
      by: row.cancelledByName ?? "",
      reason: row.cancelledReason ?? "",
    },
    usedAt: row.usedAt?.toISOString() ?? null,
    decisionId: row.decisionId,
  };
}

/** The break-glass that a release went into production by, the latest where there were several; null: by none. */
export async function breakGlassOf(tx: Tx, tenantId: string, releaseId: string): Promise<BreakGlassView | null> {
  const rows = await rowsOf(tx, tenantId, releaseId);
  const used = rows.find(({ usedAt }) => usedAt !== null);
  return used ? viewOf(used, used.requestedAt) : null;
}

const MOST = 20;

function rowsOf(tx: Tx, tenantId: string, releaseId: string): Promise<BreakGlassRow[]> {
  return tx
    .select()
    .from(breakGlass)
    .where(and(eq(breakGlass.tenantId, tenantId), eq(breakGlass.releaseId, releaseId)))
    .orderBy(desc(breakGlass.requestedAt), desc(breakGlass.id))
    .limit(MOST);
}

export type ReleaseBreakGlass = {
  /** By which the release went into production; shown for ever. */
  used: (BreakGlassView & { actionItem: { id: string; state: string } | null }) | null;
  /** What waits to be confirmed or used, for the manifest in force. */
  open: BreakGlassView | null;
  /** Those that came to nothing, the latest first. */
  past: BreakGlassView[];
  /** Whether the reader is offered to ask for one; the gate has the last word on it. */
  mayRequest: boolean;
  /** Null: the reader may confirm the open one. */
  confirmBar: string | null;
  mayCancel: boolean;
  now: string;
};

/** All that the release page says about breaking the glass, as far as it concerns the reader. */
export async function releaseBreakGlass(actor: PersonActor, releaseId: string): Promise<ReleaseBreakGlass> {
  return read(actor, async (tx, now) => {
    const found = await findReleaseByText(tx, actor, releaseId);
    const { release, environment } = found;
    const rows = await rowsOf(tx, actor.tenantId, release.id);
    const manifest = rows.length > 0 ? await currentManifest(tx, actor, release.id) : null;
    const isOpen = (row: BreakGlassRow) =>
      row.manifestId === manifest?.id && ["requested", "confirmed"].includes(breakGlassState(row, now));
    const open = release.endedAt ? undefined : rows.find(isOpen);
    const used = rows.find(({ usedAt }) => usedAt !== null);
    const isBreakable = environment.isProduction && !release.endedAt;
    const canShip = isBeforeProduction({ stage: release.stage, status: release.stageStatus });
    return {
      used: used ? { ...viewOf(used, now), actionItem: await followUpOf(tx, actor.tenantId, used.id) } : null,
      open: open ? viewOf(open, now) : null,
      past: rows.filter((row) => row !== open && row !== used).map((row) => viewOf(row, now)),
      mayRequest: isBreakable && canShip && !open && can(actor, "break-glass:request"),
      confirmBar: open ? await barOf(tx, actor, found, open) : null,
      mayCancel: can(actor, "break-glass:request") || can(actor, "break-glass:confirm"),
      now: now.toISOString(),
    };
  });
}

async function barOf(
  tx: Tx,
  actor: PersonActor,
  found: Awaited<ReturnType<typeof findReleaseByText>>,
  row: BreakGlassRow,
): Promise<string | null> {
  if (!can(actor, "break-glass:confirm")) return "Your roles may not confirm it.";
  const requester = { id: row.requestedById, name: row.requestedByName, email: row.requestedByEmail };
  return confirmingBar(actor, requester, releaseParties(await gateFacts(tx, actor, found)));
}

async function followUpOf(tx: Tx, tenantId: string, breakGlassId: string) {
  const [row] = await tx
    .select({ id: actionItem.id, state: actionItem.state })
    .from(actionItem)
    .where(
      and(
        eq(actionItem.tenantId, tenantId),
        eq(actionItem.originKind, "break-glass"),
        eq(actionItem.originId, breakGlassId),
      ),
    );
  return row ?? null;
}
