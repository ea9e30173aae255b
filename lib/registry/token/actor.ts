import { timingSafeEqual } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { apiToken } from "@/db/schema/token";
import type { TokenActor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { readToken, tokenHash } from "@/lib/core/token";

/** The actor of a bearer token, or `unauthenticated` saying what to do. Last use is noted at most once a minute. */
export async function actorOfToken(text: string): Promise<TokenActor> {
  const parts = readToken(text);
  if (!parts) throw new DomainError("unauthenticated", "This is not a Readiness token. Copy it whole, from rdy_ on.");
  const row = await transaction({ tokenId: parts.id }, async (tx) => {
    const [found] = await tx
      .select({ token: apiToken, expired: sql<boolean>`${apiToken.expiresAt} <= now()` })
      .from(apiToken)
      .where(eq(apiToken.id, parts.id));
    return found;
  });
  if (!row || !sameHash(row.token.secretHash, tokenHash(text)))
    throw new DomainError("unauthenticated", "This token is not known.");
  if (row.token.revokedAt)
    throw new DomainError("unauthenticated", "This token has been revoked. Ask an admin for a new one.");
  if (row.expired) throw new DomainError("unauthenticated", "This token has expired. Ask an admin for a new one.");
  await noteUse(row.token.tenantId, row.token.id);
  const { id, tenantId, name, verbs, serviceId, environmentId } = row.token;
  return { kind: "token", id, tenantId, name, verbs, serviceId, environmentId };
}

function sameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, "hex"), Buffer.from(other, "hex"));
}

async function noteUse(tenantId: string, tokenId: string): Promise<void> {
  const stale = sql`(${apiToken.lastUsedAt} is null or ${apiToken.lastUsedAt} < now() - interval '1 minute')`;
  await transaction({ tenantId }, (tx) =>
    tx
      .update(apiToken)
      .set({ lastUsedAt: sql`now()` })
      .where(and(eq(apiToken.tenantId, tenantId), eq(apiToken.id, tokenId), stale)),
  );
}
