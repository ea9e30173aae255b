import { and, eq } from "drizzle-orm";
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
  state: "active" | "expired" | "revoked";
};

const PAGE_SIZE = 50;

/** Tokens, newest first. Only for those who manage them: a hint and a scope already tell where to attack. */
export async function listTokens(actor: Actor, request: PageRequest): Promise<Page<TokenView> & { now: string }> {
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
      .where(and(eq(apiToken.tenantId, actor.tenantId), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: page.items.map((row) => viewOf(row, now)), now: now.toISOString() };
  });
}

type Row = { token: typeof apiToken.$inferSelect; service: string | null; environment: string | null };

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
  };
}
