import { randomBytes } from "node:crypto";
import {
  PERMISSIONS,
  type PersonActor,
  type Role,
  TOKEN_VERBS,
  type TokenActor,
  type TokenVerb,
} from "@/lib/core/access";
import type { Context } from "@/lib/registry/command";
import { addPerson } from "@/lib/registry/person/add";
import { createService } from "@/lib/registry/service/create";
import { bootstrapTenant } from "@/lib/registry/tenant/bootstrap";
import { actorOfToken } from "@/lib/registry/token/actor";
import { createToken } from "@/lib/registry/token/create";

export const ADMIN_PASSWORD = "correct horse battery staple";
const unique = (): string => randomBytes(5).toString("hex");

export type TestTenant = { tenantId: string; admin: PersonActor; service: { id: string; slug: string } };

/** A tenant of its own with an admin and one service. */
export async function newTenant(): Promise<TestTenant> {
  const slug = `t-${unique()}`;
  const { tenantId, actor } = await bootstrapTenant({
    tenantName: slug,
    tenantSlug: slug,
    admin: { email: `admin@${slug}.example.com`, name: "Ada Admin", password: ADMIN_PASSWORD },
  });
  const service = await createService({ actor }, { slug: "service-api", name: "Service API", owner: "platform" });
  return { tenantId, admin: actor, service };
}

/** A new person of the tenant with these roles, as the actor that a session would give. */
export async function newPerson(tenant: TestTenant, roles: Role[], name = "Pat Person"): Promise<PersonActor> {
  const email = `${unique()}@example.com`;
  const { id } = await addPerson({ actor: tenant.admin }, { email, name, roles });
  return { kind: "person", id, tenantId: tenant.tenantId, name, email, roles };
}

/** What proves, with a command that asks for it, that the person has just confirmed with the password. */
export const confirmed = (actor: PersonActor): Context => ({
  actor,
  stepUp: { personId: actor.id, method: "password", at: new Date() },
});

export type TestToken = { id: string; text: string; actor: TokenActor };

export async function newToken(
  tenant: TestTenant,
  verbs: readonly TokenVerb[] = TOKEN_VERBS,
  limits: { serviceId?: string; environmentId?: string } = {},
): Promise<TestToken> {
  const input = { name: "pipeline", verbs: [...verbs], expiresInDays: 1, ...limits };
  const { id, token } = await createToken(confirmed(tenant.admin), input);
  return { id, text: token, actor: await actorOfToken(token) };
}

/** A token actor that claims every permission there is, to show that the claim alone is worth nothing. */
export const greedyToken = (token: TokenActor): TokenActor => ({ ...token, verbs: [...PERMISSIONS] as TokenVerb[] });
