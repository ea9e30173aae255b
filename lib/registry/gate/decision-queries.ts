import { and, eq } from "drizzle-orm";
import { decision } from "@/db/schema/decision";
import type { Actor } from "@/lib/core/access";
import type { DecisionKind } from "@/lib/core/gate/decision-kind";
import type { VerdictWord } from "@/lib/core/gate/verdict";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";
import { findReleaseByText } from "../release/find-by-text";

export type DecisionSummary = {
  id: string;
  kind: DecisionKind;
  verdict: VerdictWord;
  summary: string;
  policyVersion: number | null;
  manifestDigest: string | null;
  decidedAt: string;
  decidedBy: string;
};

type Row = typeof decision.$inferSelect;

/** The stored decisions of a release, latest first. */
export async function decisionHistory(
  actor: Actor,
  releaseId: string,
  request: PageRequest & { size: number },
): Promise<Page<DecisionSummary>> {
  return read(actor, async (tx) => {
    const { release } = await findReleaseByText(tx, actor, releaseId);
    const plan = planPage<Row>(
      request,
      { at: decision.decidedAt, id: decision.id, order: "descending", size: request.size },
      (row) => ({ at: row.decidedAt, id: row.id }),
    );
    const rows = await tx
      .select()
      .from(decision)
      .where(and(eq(decision.tenantId, actor.tenantId), eq(decision.releaseId, release.id), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: page.items.map(summaryOf) };
  });
}

function summaryOf(row: Row): DecisionSummary {
  const body = row.body as { summary?: unknown };
  return {
    id: row.id,
    kind: row.kind,
    verdict: row.verdict,
    summary: typeof body.summary === "string" ? body.summary : "",
    policyVersion: row.policyVersion,
    manifestDigest: row.manifestDigest,
    decidedAt: row.decidedAt.toISOString(),
    decidedBy: row.byName,
  };
}
