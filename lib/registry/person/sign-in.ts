import { eq, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { person } from "@/db/schema/tenant";
import { DomainError } from "@/lib/core/errors";
import type { StepUp } from "../command";
import { hashPassword, verifyPassword } from "./password";
import { clearFailures, countFailure, requireAttemptsLeft } from "./throttle";

export type SignedIn = { id: string; email: string; name: string; sessionVersion: number };

// Compared against when nobody has the e-mail, so that the answer takes as long as for somebody who exists.
let nobody: Promise<string> | undefined;

/**
 * Checks an e-mail and password. Throws `unauthenticated` with the same words whether the account exists or not;
 * attempts are throttled by account and by address.
 */
export async function signIn(email: string, password: string, address: string): Promise<SignedIn> {
  const normal = email.trim().toLowerCase();
  const keys = [`account:${normal}`, `address:${address}`];
  await requireAttemptsLeft(keys);
  const found = await transaction({ email: normal }, async (tx) => {
    const [row] = await tx
      .select()
      .from(person)
      .where(eq(sql`lower(${person.email})`, normal));
    return row ?? null;
  });
  nobody ??= hashPassword("nobody");
  const matches = await verifyPassword(password, found?.passwordHash ?? (await nobody));
  if (!found || !matches || found.disabledAt) {
    await countFailure(keys);
    throw new DomainError("unauthenticated", "E-mail or password is wrong.");
  }
  await clearFailures(keys.slice(0, 1));
  return { id: found.id, email: found.email, name: found.name, sessionVersion: found.sessionVersion };
}

/** Proves again, by password, that the person at the keyboard is the person signed in. */
export async function stepUp(personId: string, password: string): Promise<StepUp> {
  const keys = [`step-up:${personId}`];
  await requireAttemptsLeft(keys);
  const row = await transaction({ personId }, async (tx) => {
    const [found] = await tx
      .select({ passwordHash: person.passwordHash, now: sql<string>`clock_timestamp()::text` })
      .from(person)
      .where(eq(person.id, personId));
    return found;
  });
  if (!row || !(await verifyPassword(password, row.passwordHash))) {
    await countFailure(keys);
    throw new DomainError("unauthenticated", "The password is wrong. Nothing was signed.", [
      { path: "password", message: "is wrong" },
    ]);
  }
  await clearFailures(keys);
  return { personId, method: "password", at: new Date(row.now) };
}
