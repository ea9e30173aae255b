import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import { breakGlass } from "@/db/schema/break-glass";
import { deployment } from "@/db/schema/deployment";
import type { Actor } from "@/lib/core/access";
import type { ItemLink } from "@/lib/core/action-item/model";
import { DomainError } from "@/lib/core/errors";
import { requireReach } from "../actor-columns";
import { read } from "../read";
import { isRecordId } from "../record-id";
import type { ActionItemRow } from "./find";
import { type ActionItemSummary, type IssueSummary, type ItemRow, itemsWhere, summaryOf } from "./view";

export type IssueDetail = IssueSummary & {
  assignees: string[];
  /** Why GitHub was not told; null where nothing is wrong. */
  trouble: string | null;
  syncedAt: string | null;
  linkedBy: string;
  linkedAt: string;
};

export type ActionItemDetail = Omit<ActionItemSummary, "issue"> & {
  detail: string;
  links: ItemLink[];
  /** Page of the record that it follows from; null where it has none. */
  originPath: string | null;
  openedBy: string;
  trackerUrl: string | null;
  issue: IssueDetail | null;
  closing: { by: string; note: string; at: string } | null;
  now: string;
};

/** One action item, or `not_found`. */
export async function actionItemDetail(actor: Actor, id: string): Promise<ActionItemDetail> {
  return read(actor, async (tx, now) => {
    const [row] = isRecordId(id) ? await itemsWhere(tx, actor.tenantId, eq(actionItem.id, id)) : [];
    if (!row) throw new DomainError("not_found", "There is no such action item.");
    const { item } = row;
    requireReach(actor, { serviceId: item.serviceId ?? undefined });
    const summary = summaryOf(row, now);
    return {
      ...summary,
      detail: item.detail,
      links: item.links,
      originPath: await originPath(tx, actor, item),
      openedBy: item.byName,
      trackerUrl: item.trackerUrl,
      issue: issueOf(summary.issue, row),
      closing: item.closedAt && {
        by: item.closedByName ?? "",
        note: item.closingNote ?? "",
        at: item.closedAt.toISOString(),
      },
      now: now.toISOString(),
    };
  });
}

function issueOf(shown: IssueSummary | null, { issue }: ItemRow): IssueDetail | null {
  if (!shown || !issue) return null;
  const { assignees, trouble, syncedAt, byName, linkedAt } = issue;
  return {
    ...shown,
    assignees,
    trouble,
    syncedAt: syncedAt?.toISOString() ?? null,
    linkedBy: byName,
    linkedAt: linkedAt.toISOString(),
  };
}

async function originPath(tx: Tx, actor: Actor, { originKind, originId }: ActionItemRow): Promise<string | null> {
  if (originKind === "incident") return `/incidents/${originId}`;
  if (originKind === "rehearsal") return `/rehearsals/${originId}`;
  if (originKind === "verification") return `/releases/${originId}`;
  if (originKind === "bypass") {
    const [row] = await tx
      .select({ id: deployment.id })
      .from(deployment)
      .where(and(eq(deployment.tenantId, actor.tenantId), eq(deployment.id, originId)));
    return row ? `/deployments/${row.id}` : null;
  }
  if (originKind !== "break-glass") return null;
  const [row] = await tx
    .select({ releaseId: breakGlass.releaseId })
    .from(breakGlass)
    .where(and(eq(breakGlass.tenantId, actor.tenantId), eq(breakGlass.id, originId)));
  return row ? `/releases/${row.releaseId}#break-glass` : null;
}
