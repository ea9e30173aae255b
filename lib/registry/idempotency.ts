import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idempotencyKey } from "@/db/schema/token";
import type { Actor } from "@/lib/core/access";
import { digestOf } from "@/lib/core/digest";
import { DomainError } from "@/lib/core/errors";

type Claim = { answered: false; actor: Actor; key: string } | { answered: true; value: unknown };

/**
 * Claims a key within the command's transaction. A concurrent holder of the key is waited for; its answer is
 * returned, and the same key with another command or input is a conflict.
 */
export async function claimKey(
  tx: Tx,
  request: { actor: Actor; key: string; command: string; input: unknown; at: Date },
): Promise<Claim> {
  const { actor, key, command, at } = request;
  const inputDigest = digestOf(JSON.parse(JSON.stringify(request.input ?? null)));
  const row = { tenantId: actor.tenantId, actorId: actor.id, key, command, inputDigest, createdAt: at };
  const inserted = await tx
    .insert(idempotencyKey)
    .values(row)
    .onConflictDoNothing()
    .returning({ key: idempotencyKey.key });
  if (inserted.length > 0) return { answered: false, actor, key };
  const [known] = await tx.select().from(idempotencyKey).where(keyIs(actor, key));
  if (known?.command !== command || known.inputDigest !== inputDigest) {
    throw new DomainError("conflict", `Idempotency key ${key} was used for another request. Use a new key.`);
  }
  return { answered: true, value: known.value };
}

export async function keepAnswer(tx: Tx, claim: Claim, value: unknown): Promise<void> {
  if (claim.answered) return;
  await tx
    .update(idempotencyKey)
    .set({ value: value ?? null })
    .where(keyIs(claim.actor, claim.key));
}

const keyIs = (actor: Actor, key: string) =>
  and(eq(idempotencyKey.tenantId, actor.tenantId), eq(idempotencyKey.actorId, actor.id), eq(idempotencyKey.key, key));
