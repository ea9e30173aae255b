import { and, eq, gt, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import { personIdentity, stepUpConfirmation } from "@/db/schema/identity";
import { DomainError } from "@/lib/core/errors";
import { FRESH_SECONDS, reauthenticationFault } from "@/lib/core/identity/reauthentication";
import type { Refusal } from "@/lib/core/identity/refusal";
import { databaseTime, type StepUp } from "../command";
import { newId } from "../id";
import { isRecordId } from "../record-id";

/** Asks a person to prove at the provider that it is they. The id is worth nothing before the provider has confirmed. */
export async function beginConfirmation(personId: string): Promise<string> {
  return transaction({ personId }, async (tx) => {
    const now = await databaseTime(tx);
    // What nobody can use any more is no record of anything.
    await tx
      .delete(stepUpConfirmation)
      .where(and(eq(stepUpConfirmation.personId, personId), lt(stepUpConfirmation.requestedAt, aDayBefore(now))));
    const id = newId(now);
    await tx.insert(stepUpConfirmation).values({ id, personId, method: "oidc", requestedAt: now });
    return id;
  });
}

const aDayBefore = (now: Date): Date => new Date(now.getTime() - 86_400_000);

export type ProviderProof = { issuer: string; subject: string; authTime: unknown };

/** Takes the provider's word for a confirmation that was asked for; otherwise says why not. */
export async function confirmByProvider(
  { id, personId }: { id: string; personId: string },
  proof: ProviderProof,
): Promise<Refusal | null> {
  if (!isRecordId(id)) return "failed";
  return transaction({ personId }, async (tx) => {
    if (!(await isIdentityOf(tx, personId, proof))) return "other-person";
    const asked = and(eq(stepUpConfirmation.id, id), eq(stepUpConfirmation.personId, personId));
    const [row] = await tx.select().from(stepUpConfirmation).where(asked);
    if (!row) return "failed";
    const now = await databaseTime(tx);
    const fault = reauthenticationFault(proof.authTime, { requestedAt: row.requestedAt, now });
    if (fault) return fault;
    const confirmed = await tx
      .update(stepUpConfirmation)
      .set({ confirmedAt: now })
      .where(and(asked, isNull(stepUpConfirmation.confirmedAt)))
      .returning({ id: stepUpConfirmation.id });
    return confirmed.length > 0 ? null : "failed";
  });
}

async function isIdentityOf(tx: Tx, personId: string, { issuer, subject }: ProviderProof): Promise<boolean> {
  const [own] = await tx
    .select({ personId: personIdentity.personId })
    .from(personIdentity)
    .where(
      and(
        eq(personIdentity.issuer, issuer),
        eq(personIdentity.subject, subject),
        eq(personIdentity.personId, personId),
      ),
    );
  return own !== undefined;
}

/** Spends a confirmation, once and within its two minutes; throws `unauthenticated` for any other. */
export async function spendConfirmation(personId: string, id: string): Promise<StepUp> {
  const [used] = isRecordId(id) ? await claim(personId, id) : [];
  if (!used?.at) {
    throw new DomainError("unauthenticated", "Your confirmation is older than two minutes or was used. Confirm again.");
  }
  return { personId, method: "oidc", at: used.at };
}

function claim(personId: string, id: string): Promise<{ at: Date | null }[]> {
  return transaction({ personId }, (tx) =>
    tx
      .update(stepUpConfirmation)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(stepUpConfirmation.id, id),
          eq(stepUpConfirmation.personId, personId),
          isNull(stepUpConfirmation.usedAt),
          isNotNull(stepUpConfirmation.confirmedAt),
          gt(stepUpConfirmation.confirmedAt, sql`clock_timestamp() - make_interval(secs => ${FRESH_SECONDS})`),
        ),
      )
      .returning({ at: stepUpConfirmation.confirmedAt }),
  );
}

/** What was to be signed was not: the confirmation may be used for the next try, within its two minutes. */
export async function giveBackConfirmation(personId: string, id: string): Promise<void> {
  await transaction({ personId }, (tx) =>
    tx
      .update(stepUpConfirmation)
      .set({ usedAt: null })
      .where(and(eq(stepUpConfirmation.id, id), eq(stepUpConfirmation.personId, personId))),
  );
}
