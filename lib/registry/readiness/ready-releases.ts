import { and, eq, gt, gte, isNull, lte, or, sql } from "drizzle-orm";
import { decision } from "@/db/schema/decision";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { staleBefore } from "@/lib/core/gate/standing";
import { verdictMaxAgeHours } from "../gate/verdict-age";
import { readAsked } from "./asked";
import { type EvaluationPage, evaluationsWhere, type SizedPage } from "./first-evaluations";
import type { ReadinessRequest } from "./view";

/** The releases that were ready at the end of a period, or are now while it lasts: those that `readyAt` counts. */
export const listReadyReleases = (
  actor: Actor,
  request: ReadinessRequest,
  page: SizedPage = {},
): Promise<EvaluationPage & { at: string }> =>
  readAsked(actor, request, async (asked) => {
    const at = asked.spans[0].until;
    const stale = staleBefore(await verdictMaxAgeHours(asked.tx, asked.tenantId), at);
    const wasLastThen = sql`not exists (select 1 from ${decision} e where e.tenant_id = ${decision.tenantId}
      and e.release_id = ${decision.releaseId} and e.decided_at <= ${at.toISOString()}::timestamptz
      and (e.decided_at, e.id) > (${decision.decidedAt}, ${decision.id}))`;
    const wasReady = and(
      eq(decision.verdict, "approve"),
      gte(decision.decidedAt, stale),
      lte(decision.decidedAt, at),
      lte(release.createdAt, at),
      or(isNull(release.settledAt), gt(release.settledAt, at)),
      wasLastThen,
    );
    return { ...(await evaluationsWhere(asked, wasReady, page)), at: at.toISOString() };
  });
