import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idempotencyKey } from "@/db/schema/token";
import type { Actor } from "@/lib/core/access";
import { digestOf } from "@/lib/core/digest";
import { DomainError, type ErrorCode, type FieldIssue } from "@/lib/core/errors";

/** What a command answered: its value, and why it refused where the refusal itself was recorded. */
type Answer = { value: unknown; refusal?: DomainError };
type KeptAnswer = { value: unknown; refusal: { code: ErrorCode; message: string; issues: FieldIssue[] } | null };
type Claim = { answered: false; actor: Actor; key: string } | { answered: true; answer: Answer };

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
    throw new DomainError("conflict", "This idempotency key was used for another request. Use a new key.");
  }
  return { answered: true, answer: answerOf(known.value as KeptAnswer) };
}

/** Keeps the answer for whoever comes with the same key. A recorded refusal is an answer too: it is not tried again. */
export async function keepAnswer(tx: Tx, claim: Claim, { value, refusal }: Answer): Promise<void> {
  if (claim.answered) return;
  const { code, message, issues } = refusal ?? {};
  const kept = { value: value ?? null, refusal: refusal ? { code, message, issues } : null };
  await tx.update(idempotencyKey).set({ value: kept }).where(keyIs(claim.actor, claim.key));
}

function answerOf({ value, refusal }: KeptAnswer): Answer {
  if (!refusal) return { value };
  return { value, refusal: new DomainError(refusal.code, refusal.message, refusal.issues) };
}

const keyIs = (actor: Actor, key: string) =>
  and(eq(idempotencyKey.tenantId, actor.tenantId), eq(idempotencyKey.actorId, actor.id), eq(idempotencyKey.key, key));
