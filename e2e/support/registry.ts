import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { connect, disconnect, transaction } from "@/db/client";
import { ledgerSubject } from "@/db/schema/ledger";
import { type PersonActor, type Role, TOKEN_VERBS } from "@/lib/core/access";
import type { Context } from "@/lib/registry/command";
import { actorIn, personOfSession } from "@/lib/registry/person/actor";
import { addPerson } from "@/lib/registry/person/add";
import { signIn } from "@/lib/registry/person/sign-in";
import { createService } from "@/lib/registry/service/create";
import { bootstrapTenant } from "@/lib/registry/tenant/bootstrap";
import { createToken } from "@/lib/registry/token/create";
import { type Account, ownerUrl, sampleSignIn } from "./stage";

/** The registry's own commands, for what a test needs before it begins and what no page is about. */
export type Registry = { admin: PersonActor; apiToken: string; newService(): Promise<string> };

export async function openRegistry(use: (registry: Registry) => Promise<void>): Promise<void> {
  await connect(ownerUrl());
  try {
    const admin = await actorOf(sampleSignIn("nora"));
    const apiToken = await tokenOf(admin);
    await use({ admin, apiToken, newService: () => serviceOf(admin) });
  } finally {
    await disconnect();
  }
}

export async function actorOf({ email, password }: Pick<Account, "email" | "password">): Promise<PersonActor> {
  const { id, sessionVersion } = await signIn(email, password, "e2e");
  const person = await personOfSession(id, sessionVersion);
  const actor = person && actorIn(person, null);
  if (!actor) throw new Error(`${email} is a member of no tenant.`);
  return actor;
}

export const identified = (actor: PersonActor): Context => ({
  actor,
  stepUp: { personId: actor.id, method: "password", at: new Date() },
});

/** A token with everything that a token can be allowed. */
export async function tokenOf(admin: PersonActor): Promise<string> {
  const made = await createToken(identified(admin), { name: "e2e", verbs: [...TOKEN_VERBS], expiresInDays: 1 });
  return made.token;
}

/** A service that no other test touches: rehearsals, incidents and some waivers are a service's. */
export async function serviceOf(admin: PersonActor): Promise<string> {
  const slug = `e2e-${randomBytes(5).toString("hex")}`;
  await createService({ actor: admin }, { slug, name: `Journey ${slug}`, owner: "end-to-end tests" });
  return slug;
}

/** Somebody new in the sample tenant, whose roles a test may change without disturbing another. */
export async function newPerson({ admin }: Registry, name: string, roles: Role[]): Promise<Account> {
  const email = `${randomBytes(5).toString("hex")}@journeys.example`;
  const { password } = await addPerson({ actor: admin }, { email, name, roles });
  if (!password) throw new Error(`${email} was known before.`);
  return { email, name, password };
}

/** Another tenant with an admin who can sign in: whose records nobody of the sample may see. */
export async function otherTenant(sample = false): Promise<{ admin: PersonActor; name: string; credentials: Account }> {
  const id = randomBytes(5).toString("hex");
  const name = `Other ${id}`;
  const password = randomBytes(12).toString("hex");
  const credentials = { email: `admin@${id}.example`, name: "Other Admin", password };
  const tenant = { tenantName: name, tenantSlug: `other-${id}`, sample };
  const { actor } = await bootstrapTenant({ ...tenant, admin: credentials });
  return { admin: actor, name, credentials };
}

/** Makes somebody of one tenant a member of another one too. */
export async function alsoMember(admin: PersonActor, { email, name }: Account, roles: Role[]): Promise<void> {
  await addPerson({ actor: admin }, { email, name, roles });
}

/** How many entries of the ledger are about a record: whatever changed it has left one. */
export async function ledgerEntriesAbout({ admin }: Registry, id: string): Promise<number> {
  const rows = await transaction({ tenantId: admin.tenantId }, (tx) =>
    tx
      .select({ index: ledgerSubject.index })
      .from(ledgerSubject)
      .where(and(eq(ledgerSubject.tenantId, admin.tenantId), eq(ledgerSubject.subjectId, id))),
  );
  return rows.length;
}
