import { eq, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { person } from "@/db/schema/tenant";
import { DomainError } from "@/lib/core/errors";
import type { StepUp } from "../command";
import { hashPassword, verifyPassword } from "./password";
import { attemptSucceeded, takeAttempt } from "./throttle";

export type SignedIn = { id: string; email: string; name: string; sessionVersion: number };

// Compared against when nobody has the e-mail, so that the answer takes as long as for somebody who exists.
let nobody: Promise<string> | undefined;

/**
 * Checks an e-mail and password. Throws `unauthenticated` with the same words whether the account exists or not;
 * attempts are throttled by account and by address.
 */
export async function signIn(email: string, password: string, address: string): Promise<SignedIn> {
  const normal = email.trim().toLowerCase();
  const [account, from] = [`account:${normal}`, `address:${address}`];
  await takeAttempt([account, from]);
  const found = await transaction({ email: normal }, async (tx) => {
    const [row] = await tx
      .select()
      .from(person)
      .where(eq(sql`lower(${person.email})`, normal));
    return row ?? null;
  });
  nobody ??= hashPassword("nobody");
  const matches = await verifyPassword(password, found?.passwordHash ?? (await nobody));
  // Somebody without a password signs in with the identity provider, and no password opens their account.
  if (!found?.passwordHash || !matches || found.disabledAt) {
    throw new DomainError("unauthenticated", "E-mail or password is wrong.");
  }
  await attemptSucceeded(account, [from]);
  await noteSignIn(found.id);
  return { id: found.id, email: found.email, name: found.name, sessionVersion: found.sessionVersion };
}

async function noteSignIn(personId: string): Promise<void> {
  await transaction({ personId }, (tx) =>
    tx.update(person).set({ lastSignInAt: sql`clock_timestamp()` }).where(eq(person.id, personId)),
  );
}

/** Proves again, by password, that the person at the keyboard is the person signed in. */
export async function stepUp(personId: string, password: string): Promise<StepUp> {
  const key = `step-up:${personId}`;
  await takeAttempt([key]);
  const row = await transaction({ personId }, async (tx) => {
    const [found] = await tx
      .select({ passwordHash: person.passwordHash, now: sql<string>`clock_timestamp()::text` })
      .from(person)
      .where(eq(person.id, personId));
    return found;
  });
  if (!row?.passwordHash || !(await verifyPassword(password, row.passwordHash))) {
    throw new DomainError("unauthenticated", "The password is wrong. Nothing was signed.", [
      { path: "password", message: "is wrong" },
    ]);
  }
  await attemptSucceeded(key);
  return { personId, method: "password", at: new Date(row.now) };
}
