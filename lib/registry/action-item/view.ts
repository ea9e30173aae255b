import { and, eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem, actionItemIssue } from "@/db/schema/action-item";
import { service } from "@/db/schema/catalog";
import { incident } from "@/db/schema/incident";
import {
  type ActionItemState,
  type IssueState,
  isOverdue,
  type OriginKind,
  type Priority,
} from "@/lib/core/action-item/model";
import { incidentReference } from "@/lib/core/incident/model";
import type { ActionItemRow } from "./find";

/** The issue in which an item is tracked. `name`: acme/shop#12, or acme/shop while it is being opened. */
export type IssueSummary = { name: string; url: string | null; state: IssueState };

export type ActionItemSummary = {
  id: string;
  title: string;
  service: string | null;
  owner: { id: string | null; name: string };
  dueAt: string;
  priority: Priority;
  state: ActionItemState;
  overdue: boolean;
  origin: OriginKind;
  /** The incident that it follows from, if it follows from one. */
  incident: { id: string; reference: string } | null;
  issue: IssueSummary | null;
  openedAt: string;
  closedAt: string | null;
};

export type ItemRow = {
  item: ActionItemRow;
  service: string | null;
  incidentNumber: number | null;
  issue: typeof actionItemIssue.$inferSelect | null;
};

/** Items of a tenant with what a line of a list says of them. */
export function itemsWhere(tx: Tx, tenantId: string, where: SQL | undefined) {
  return tx
    .select({ item: actionItem, service: service.slug, incidentNumber: incident.number, issue: actionItemIssue })
    .from(actionItem)
    .leftJoin(service, and(eq(service.tenantId, actionItem.tenantId), eq(service.id, actionItem.serviceId)))
    .leftJoin(
      incident,
      and(
        eq(actionItem.originKind, "incident"),
        eq(incident.tenantId, actionItem.tenantId),
        eq(incident.id, actionItem.originId),
      ),
    )
    .leftJoin(
      actionItemIssue,
      and(eq(actionItemIssue.tenantId, actionItem.tenantId), eq(actionItemIssue.actionItemId, actionItem.id)),
    )
    .where(and(eq(actionItem.tenantId, tenantId), where));
}

export function summaryOf({ item, service: slug, incidentNumber, issue }: ItemRow, now: Date): ActionItemSummary {
  return {
    id: item.id,
    title: item.title,
    service: slug,
    owner: { id: item.ownerId, name: item.ownerName },
    dueAt: item.dueAt.toISOString(),
    priority: item.priority,
    state: item.state,
    overdue: isOverdue(item, now),
    origin: item.originKind,
    incident: incidentNumber === null ? null : { id: item.originId, reference: incidentReference(incidentNumber) },
    issue: issue && { name: issueName(issue), url: issue.url, state: issue.state },
    openedAt: item.openedAt.toISOString(),
    closedAt: item.closedAt?.toISOString() ?? null,
  };
}

export const issueName = ({ repository, number }: { repository: string; number: number | null }): string =>
  number === null ? repository : `${repository}#${number}`;
