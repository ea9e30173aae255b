import { and, eq, gte, ilike, inArray, isNull, lt, not, or, type SQL } from "drizzle-orm";
import { environment, service } from "@/db/schema/catalog";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { openStages, type StandingVerdict, staleBefore } from "@/lib/core/gate/standing";
import type { Stage } from "@/lib/core/release/stages";
import { likePattern } from "../like";

/** What a list of releases is narrowed to. `version` matches anywhere in the version; the others exactly. */
export type ReleaseFilter = {
  service?: string;
  environment?: string;
  version?: string;
  verdict?: StandingVerdict;
  stage?: Stage;
  /** Only those that have still to pass the gate. */
  open?: boolean;
};

/** The filter as a condition, always within the actor's tenant and, for a token, within its reach. */
export function releaseConditions(actor: Actor, filter: ReleaseFilter, maxAgeHours: number, now: Date) {
  const token = actor.kind === "token" ? actor : null;
  return and(
    eq(release.tenantId, actor.tenantId),
    token?.serviceId ? eq(release.serviceId, token.serviceId) : undefined,
    token?.environmentId ? eq(release.environmentId, token.environmentId) : undefined,
    filter.service ? eq(service.slug, filter.service) : undefined,
    filter.environment ? eq(environment.slug, filter.environment) : undefined,
    filter.stage ? eq(release.stage, filter.stage) : undefined,
    // Of the stages that are open: the table says so of every row, and has them in an index of their own.
    filter.open ? isNull(release.settledAt) : undefined,
    filter.version ? ilike(release.version, likePattern(filter.version)) : undefined,
    filter.verdict ? verdictIs(filter.verdict, staleBefore(maxAgeHours, now)) : undefined,
  );
}

/** `standingVerdict` in SQL, so that a filtered list holds exactly the rows that show the word. */
function verdictIs(verdict: StandingVerdict, stale: Date): SQL | undefined {
  const isOpen = inArray(release.stage, [...openStages()]);
  const approved = eq(release.lastVerdict, "approve");
  if (verdict === "unknown") {
    return or(isNull(release.lastVerdict), and(approved, isOpen, lt(release.lastDecidedAt, stale)));
  }
  if (verdict === "approve") return and(approved, or(not(isOpen), gte(release.lastDecidedAt, stale)));
  return eq(release.lastVerdict, verdict);
}
