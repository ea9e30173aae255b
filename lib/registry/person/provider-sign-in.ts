import { eq, sql } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import { person } from "@/db/schema/tenant";
import { admit } from "@/lib/core/identity/admit";
import type { ProviderIdentity } from "@/lib/core/identity/claims";
import type { Refusal } from "@/lib/core/identity/refusal";
import { databaseTime } from "../command";
import { type GivenInTenant, rolesGivenBy, rolesHeldBy, syncRoles } from "./group-sync";
import {
  type FoundPerson,
  hasOtherSubject,
  insertIdentity,
  insertPerson,
  lockLinking,
  noteSignIn,
  personOfEmail,
  personOfSubject,
  presentIdentity,
  presentPerson,
} from "./identity";
import type { SignedIn } from "./sign-in";

export type ProviderSignIn = { ok: true; person: SignedIn } | { ok: false; reason: Refusal };
type Entering =
  | { ok: true; person: FoundPerson; event: Record<string, unknown> | null }
  | { ok: false; reason: Refusal };

/**
 * Signs in whom the provider vouches for: finds, links or makes the person, brings the roles of every tenant to what
 * the groups give, and records both. Being refused for want of a role keeps what was taken away. Beside the commands,
 * because who acts, and in which tenants, is what this finds out.
 */
export async function signInWithProvider(identity: ProviderIdentity): Promise<ProviderSignIn> {
  return transaction({}, async (tx) => {
    await presentIdentity(tx, identity);
    const now = await databaseTime(tx);
    const given = await rolesGivenBy(tx, identity.groups);
    const entering = await enter(tx, identity, given.length > 0, now);
    if (!entering.ok) return entering;
    const { id, email, name } = entering.person;
    const removed = await syncEverywhere(tx, id, given, entering.event, now);
    const remaining = await rolesHeldBy(tx, id);
    const sessionVersion = await stamp(tx, id, removed, now);
    await noteSignIn(tx, identity, now);
    if (!remaining.some(({ validUntil }) => validUntil === null || validUntil > now)) {
      return { ok: false, reason: "no-role" };
    }
    return { ok: true, person: { id, email, name, sessionVersion } };
  });
}

async function enter(tx: Tx, identity: ProviderIdentity, groupsGiveRole: boolean, now: Date): Promise<Entering> {
  let known = await personOfSubject(tx, identity);
  if (!known) {
    await lockLinking(tx);
    known = await personOfSubject(tx, identity);
  }
  const email = identity.emailVerified ? identity.email : null;
  const byEmail = known || !email ? null : await personOfEmail(tx, email);
  const admission = admit(identity, {
    known,
    byEmail: byEmail && (await standing(tx, byEmail, identity, now)),
    groupsGiveRole,
  });
  if (admission.kind === "refused") return { ok: false, reason: admission.reason };
  if (known) return { ok: true, person: known, event: null };
  return link(tx, identity, byEmail, now);
}

async function standing(tx: Tx, found: FoundPerson, { issuer }: ProviderIdentity, now: Date) {
  const held = await rolesHeldBy(tx, found.id);
  return {
    disabled: found.disabled,
    hasOtherSubject: await hasOtherSubject(tx, found.id, issuer),
    hasManualRole: held.some(({ source, validUntil }) => source === "manual" && (!validUntil || validUntil > now)),
  };
}

async function link(tx: Tx, identity: ProviderIdentity, byEmail: FoundPerson | null, now: Date): Promise<Entering> {
  const { email, issuer, name } = identity;
  const found = byEmail ?? (email ? await insertPerson(tx, email, name ?? email, now) : null);
  // An admin who adds the same address at this very moment wins; the next try finds the person.
  if (!found) return { ok: false, reason: "failed" };
  await presentPerson(tx, found.id);
  if (!(await insertIdentity(tx, identity, found.id, now))) return { ok: false, reason: "other-identity" };
  const event = { email: found.email, name: found.name, provider: issuer, [byEmail ? "linked" : "created"]: true };
  return { ok: true, person: found, event };
}

/** Tenants in one order for everybody, so that two sign-ins never wait for each other's ledgers. */
async function syncEverywhere(
  tx: Tx,
  personId: string,
  given: readonly GivenInTenant[],
  event: Record<string, unknown> | null,
  now: Date,
): Promise<boolean> {
  const held = await rolesHeldBy(tx, personId);
  const tenants = [...new Set([...held, ...given].map(({ tenantId }) => tenantId))].sort();
  let removed = false;
  for (const tenantId of tenants) {
    const here = given.filter((each) => each.tenantId === tenantId);
    removed = (await syncRoles(tx, { tenantId, personId, given: here, event, now })).removed || removed;
  }
  return removed;
}

/** Notes the sign-in; sessions from before a role was taken away end. */
async function stamp(tx: Tx, personId: string, endsSessions: boolean, now: Date): Promise<number> {
  const sessionVersion = sql<number>`${person.sessionVersion} + ${endsSessions ? 1 : 0}`;
  const [row] = await tx
    .update(person)
    .set({ lastSignInAt: now, sessionVersion })
    .where(eq(person.id, personId))
    .returning({ sessionVersion: person.sessionVersion });
  if (!row) throw new Error("the person who signs in cannot be seen");
  return row.sessionVersion;
}
