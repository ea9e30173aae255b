import { and, eq, gt, isNull, or, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { delegation } from "@/db/schema/approval";
import { can, type PersonActor, type Role, rolesWith } from "@/lib/core/access";
import { type DelegationState, delegationState } from "@/lib/core/approval/delegation";
import { requirePermission } from "../command";
import { peopleWithRoles } from "../gate/approval-facts";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";

export type DelegationView = {
  id: string;
  from: { id: string; name: string };
  to: { id: string; name: string };
  role: Role;
  reason: string;
  startsAt: string;
  endsAt: string;
  state: DelegationState;
  revokedAt: string | null;
  revokedBy: string | null;
  /** Why it gives nothing though it stands: the lender does not hold the role, or the delegate left. Null: it does. */
  idle: string | null;
  /** Whether the reader can take it back. */
  revocable: boolean;
};

const PAGE_SIZE = 50;

export type OwnDelegations = {
  /** Open ones, and those of the last weeks. */
  given: DelegationView[];
  received: DelegationView[];
  /** Roles that the reader can lend. */
  lendable: Role[];
  now: string;
};

const RECENT_MS = 30 * 86_400_000;

/** What the reader lends and what is lent to them: open, or ended within the last 30 days. */
export async function ownDelegations(actor: PersonActor): Promise<OwnDelegations> {
  return read(actor, async (tx, now) => {
    const recent = gt(delegation.endsAt, new Date(now.getTime() - RECENT_MS));
    const mine = or(eq(delegation.fromId, actor.id), eq(delegation.toId, actor.id));
    const rows = await delegationsWhere(tx, actor, and(mine, recent))
      .orderBy(delegation.endsAt, delegation.id)
      .limit(PAGE_SIZE * 2);
    const views = await viewsOf(tx, actor, rows.toReversed(), now);
    return {
      given: views.filter(({ from }) => from.id === actor.id),
      received: views.filter(({ to }) => to.id === actor.id),
      lendable: can(actor, "approval:delegate")
        ? actor.roles.filter((role) => rolesWith("release:sign").includes(role))
        : [],
      now: now.toISOString(),
    };
  });
}

/** Everybody's delegations, newest first; `open` leaves out what has ended. For those who manage people. */
export async function allDelegations(
  actor: PersonActor,
  { open }: { open: boolean },
  request: PageRequest,
): Promise<Page<DelegationView> & { now: string }> {
  requirePermission(actor, "person:manage");
  return read(actor, async (tx, now) => {
    const plan = planPage<Row>(
      request,
      { at: delegation.createdAt, id: delegation.id, order: "descending", size: PAGE_SIZE },
      (row) => ({ at: row.createdAt, id: row.id }),
    );
    const standing = open ? and(isNull(delegation.revokedAt), gt(delegation.endsAt, now)) : undefined;
    const rows = await delegationsWhere(tx, actor, and(standing, plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: await viewsOf(tx, actor, page.items, now), now: now.toISOString() };
  });
}

type Row = typeof delegation.$inferSelect;

function delegationsWhere(tx: Tx, actor: PersonActor, where: SQL | undefined) {
  return tx
    .select()
    .from(delegation)
    .where(and(eq(delegation.tenantId, actor.tenantId), where));
}

async function viewsOf(tx: Tx, actor: PersonActor, rows: readonly Row[], now: Date): Promise<DelegationView[]> {
  const people = await peopleWithRoles(tx, actor.tenantId, now);
  const idle = ({ fromId, fromName, toId, toName, role }: Row): string | null => {
    if (!people.get(fromId)?.roles.includes(role)) return `${fromName} does not hold the role`;
    return people.has(toId) ? null : `${toName} is not a member any more`;
  };
  return rows.map((row) => {
    const state = delegationState(row, now);
    const isOpen = state === "planned" || state === "in-force";
    return {
      id: row.id,
      from: { id: row.fromId, name: row.fromName },
      to: { id: row.toId, name: row.toName },
      role: row.role,
      reason: row.reason,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      state,
      revokedAt: row.revokedAt?.toISOString() ?? null,
      revokedBy: row.revokedByName,
      idle: isOpen ? idle(row) : null,
      revocable: isOpen && (row.fromId === actor.id || can(actor, "person:manage")),
    };
  });
}
