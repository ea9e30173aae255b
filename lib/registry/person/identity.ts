import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { personIdentity } from "@/db/schema/identity";
import { person } from "@/db/schema/tenant";
import type { ProviderIdentity } from "@/lib/core/identity/claims";
import { newId } from "../id";

type Subject = Pick<ProviderIdentity, "issuer" | "subject">;
export type FoundPerson = { id: string; email: string; name: string; disabled: boolean };

/** What the rows of this transaction are judged by: whom the provider vouches for, and in which groups. */
export async function presentIdentity(tx: Tx, identity: ProviderIdentity): Promise<void> {
  const { issuer, subject, email, groups } = identity;
  await tx.execute(sql`select set_config('app.issuer', ${issuer}, true), set_config('app.subject', ${subject}, true),
    set_config('app.email', ${email ?? ""}, true), set_config('app.groups', ${JSON.stringify(groups)}, true)`);
}

/** From here on the transaction sees what this person may see. */
export async function presentPerson(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`select set_config('app.person', ${personId}, true)`);
}

/** Two first sign-ins at once: the second waits here and then finds the person that the first one made. */
export async function lockLinking(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('person-identity', 0))`);
}

const subjectIs = ({ issuer, subject }: Subject) =>
  and(eq(personIdentity.issuer, issuer), eq(personIdentity.subject, subject));

/** The person linked to the subject. Their row stays locked, so that no other sign-in of theirs runs beside this one. */
export async function personOfSubject(tx: Tx, subject: Subject): Promise<FoundPerson | null> {
  const [link] = await tx.select({ personId: personIdentity.personId }).from(personIdentity).where(subjectIs(subject));
  if (!link) return null;
  return lockedPerson(tx, link.personId);
}

export async function personOfEmail(tx: Tx, email: string): Promise<FoundPerson | null> {
  const [found] = await tx
    .select({ id: person.id })
    .from(person)
    .where(eq(sql`lower(${person.email})`, email));
  return found ? lockedPerson(tx, found.id) : null;
}

async function lockedPerson(tx: Tx, personId: string): Promise<FoundPerson | null> {
  await presentPerson(tx, personId);
  // `no key update`: rows that refer to the person can still be added meanwhile.
  const [row] = await tx.select().from(person).where(eq(person.id, personId)).for("no key update");
  return row ? { id: row.id, email: row.email, name: row.name, disabled: row.disabledAt !== null } : null;
}

export async function hasOtherSubject(tx: Tx, personId: string, issuer: string): Promise<boolean> {
  const [other] = await tx
    .select({ subject: personIdentity.subject })
    .from(personIdentity)
    .where(and(eq(personIdentity.personId, personId), eq(personIdentity.issuer, issuer)));
  return other !== undefined;
}

export async function insertPerson(tx: Tx, email: string, name: string, now: Date): Promise<FoundPerson | null> {
  const fresh = { id: newId(now), email, name, passwordHash: null, createdAt: now };
  const inserted = await tx.insert(person).values(fresh).onConflictDoNothing().returning({ id: person.id });
  return inserted.length > 0 ? { id: fresh.id, email, name, disabled: false } : null;
}

/** False: somebody else's sign-in has linked the subject or the person in the meantime. */
export async function insertIdentity(tx: Tx, subject: Subject, personId: string, now: Date): Promise<boolean> {
  const { issuer, subject: name } = subject;
  const row = { issuer, subject: name, personId, linkedAt: now };
  const inserted = await tx.insert(personIdentity).values(row).onConflictDoNothing().returning();
  return inserted.length > 0;
}

export async function noteSignIn(tx: Tx, subject: Subject, now: Date): Promise<void> {
  await tx.update(personIdentity).set({ lastSignInAt: now }).where(subjectIs(subject));
}
