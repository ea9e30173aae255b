import { and, eq, gt, isNotNull, isNull, lte, type SQL } from "drizzle-orm";
import { environment, service } from "@/db/schema/catalog";
import { apiToken } from "@/db/schema/token";
import type { Actor, TokenVerb } from "@/lib/core/access";
import { requirePermission } from "../command";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";

export type TokenView = {
  id: string;
  name: string;
  /** First characters of the token. */
  hint: string;
  verbs: TokenVerb[];
  /** Slugs; null: all of them. */
  service: string | null;
  environment: string | null;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
  state: TokenState;
  /** Active, and for not much longer. */
  expiresSoon: boolean;
};
export const TOKEN_STATES = ["active", "expiring", "expired", "revoked"] as const;
type TokenState = "active" | "expired" | "revoked";
export type TokenFilter = { state?: string };

const PAGE_SIZE = 50;
const SOON_MS = 14 * 86_400_000;

/** Tokens, newest first. Only for those who manage them: a hint and a scope already tell where to attack. */
export async function listTokens(
  actor: Actor,
  request: PageRequest & TokenFilter,
): Promise<Page<TokenView> & { now: string }> {
  requirePermission(actor, "token:manage");
  return read(actor, async (tx, now) => {
    const plan = planPage<Row>(
      request,
      { at: apiToken.createdAt, id: apiToken.id, order: "descending", size: PAGE_SIZE },
      ({ token }) => ({ at: token.createdAt, id: token.id }),
    );
    const rows = await tx
      .select({ token: apiToken, service: service.slug, environment: environment.slug })
      .from(apiToken)
      .leftJoin(service, and(eq(service.tenantId, apiToken.tenantId), eq(service.id, apiToken.serviceId)))
      .leftJoin(
        environment,
        and(eq(environment.tenantId, apiToken.tenantId), eq(environment.id, apiToken.environmentId)),
      )
      .where(and(eq(apiToken.tenantId, actor.tenantId), inState(request.state, now), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: page.items.map((row) => viewOf(row, now)), now: now.toISOString() };
  });
}

type Row = { token: typeof apiToken.$inferSelect; service: string | null; environment: string | null };

const soonAfter = (now: Date): Date => new Date(now.getTime() + SOON_MS);

function inState(state: string | undefined, now: Date): SQL | undefined {
  const { revokedAt, expiresAt } = apiToken;
  if (state === "revoked") return isNotNull(revokedAt);
  if (state === "expired") return and(isNull(revokedAt), lte(expiresAt, now));
  if (state === "active") return and(isNull(revokedAt), gt(expiresAt, now));
  if (state === "expiring") return and(isNull(revokedAt), gt(expiresAt, now), lte(expiresAt, soonAfter(now)));
  return undefined;
}

function viewOf({ token, service: serviceSlug, environment: environmentSlug }: Row, now: Date): TokenView {
  return {
    id: token.id,
    name: token.name,
    hint: token.hint,
    verbs: token.verbs,
    service: serviceSlug,
    environment: environmentSlug,
    createdBy: token.createdByName,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
    state: token.revokedAt ? "revoked" : token.expiresAt <= now ? "expired" : "active",
    expiresSoon: !token.revokedAt && token.expiresAt > now && token.expiresAt <= soonAfter(now),
  };
}
