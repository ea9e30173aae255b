import { and, eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { rehearsal } from "@/db/schema/evidence";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import type { RehearsalStep } from "@/lib/core/rehearsal/schema";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";
import { isRecordId } from "../record-id";
import { type RehearsalChain, rehearsalChain } from "./chain";

export type RehearsalOutcome = "passed" | "failed" | "aborted";
export type RehearsalSummary = {
  id: string;
  service: string;
  environment: string;
  outcome: RehearsalOutcome;
  startedAt: string;
  finishedAt: string;
  fromVersion: string;
  toVersion: string;
  gapCount: number;
  remediatedAt: string | null;
};
export type RehearsalDetail = Omit<RehearsalSummary, "gapCount"> & {
  participants: string[];
  gaps: string[];
  evidenceUrl: string | null;
  steps: RehearsalStep[];
  remediation: string | null;
  remediatedBy: string | null;
  recordedAt: string;
  recordedBy: string;
  now: string;
} & RehearsalChain;
export type RehearsalFilter = { service?: string; environment?: string; outcome?: string };

const PAGE_SIZE = 30;

/** Rehearsals by their end, latest first. */
export async function listRehearsals(
  actor: Actor,
  filter: RehearsalFilter & PageRequest & { size?: number },
): Promise<Page<RehearsalSummary> & { now: string }> {
  return read(actor, async (tx, now) => {
    const plan = planPage<Row>(
      filter,
      { at: rehearsal.finishedAt, id: rehearsal.id, order: "descending", size: filter.size ?? PAGE_SIZE },
      ({ rehearsal: row }) => ({ at: row.finishedAt, id: row.id }),
    );
    const rows = await rowsOf(tx, actor, and(matching(filter), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: page.items.map(summaryOf), now: now.toISOString() };
  });
}

/** One rehearsal, or `not_found`. */
export async function rehearsalDetail(actor: Actor, id: string): Promise<RehearsalDetail> {
  return read(actor, async (tx, now) => {
    const [row] = isRecordId(id) ? await rowsOf(tx, actor, eq(rehearsal.id, id)) : [];
    if (!row) throw new DomainError("not_found", "There is no such rehearsal.");
    const chain = await rehearsalChain(tx, actor, row.rehearsal, now);
    const { gapCount: _, ...summary } = summaryOf(row);
    const { participants, gaps, evidenceUrl, steps, remediation, remediatedByName, recordedAt, byName } = row.rehearsal;
    return {
      ...summary,
      ...chain,
      participants,
      gaps,
      evidenceUrl,
      steps: steps ?? [],
      remediation,
      remediatedBy: remediatedByName,
      recordedAt: recordedAt.toISOString(),
      recordedBy: byName,
      now: now.toISOString(),
    };
  });
}

function rowsOf(tx: Tx, actor: Actor, where: SQL | undefined) {
  return tx
    .select({ rehearsal, service: service.slug, environment: environment.slug })
    .from(rehearsal)
    .innerJoin(service, and(eq(service.tenantId, rehearsal.tenantId), eq(service.id, rehearsal.serviceId)))
    .innerJoin(
      environment,
      and(eq(environment.tenantId, rehearsal.tenantId), eq(environment.id, rehearsal.environmentId)),
    )
    .where(and(eq(rehearsal.tenantId, actor.tenantId), where));
}
type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function matching({ service: slug, environment: place, outcome }: RehearsalFilter): SQL | undefined {
  const known = rehearsal.outcome.enumValues.find((each) => each === outcome);
  return and(
    slug ? eq(service.slug, slug) : undefined,
    place ? eq(environment.slug, place) : undefined,
    known ? eq(rehearsal.outcome, known) : undefined,
  );
}

function summaryOf({ rehearsal: row, service: slug, environment: place }: Row): RehearsalSummary {
  return {
    id: row.id,
    service: slug,
    environment: place,
    outcome: row.outcome,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt.toISOString(),
    fromVersion: row.fromVersion,
    toVersion: row.toVersion,
    gapCount: row.gaps.length,
    remediatedAt: row.remediatedAt?.toISOString() ?? null,
  };
}
