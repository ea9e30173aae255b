import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { apiToken } from "@/db/schema/token";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";

export const revokeToken = command({
  name: "token.revoke",
  permission: "token:manage",
  input: z.strictObject({ tokenId: z.uuid() }),
  async run({ tx, actor, now }, { tokenId }) {
    const key = and(eq(apiToken.tenantId, actor.tenantId), eq(apiToken.id, tokenId));
    const [row] = await tx
      .update(apiToken)
      .set({ revokedAt: now })
      .where(and(key, isNull(apiToken.revokedAt)))
      .returning();
    if (!row) {
      const [known] = await tx.select({ id: apiToken.id }).from(apiToken).where(key);
      if (!known) throw new DomainError("not_found", "There is no such token.");
      throw new DomainError("conflict", "This token has been revoked already.");
    }
    return {
      value: { id: tokenId },
      record: { kind: "token", subjects: [tokenId], data: { token: tokenId, name: row.name, revoked: true } },
    };
  },
});
