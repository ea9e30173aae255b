import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { integrationLink } from "@/db/schema/integration";
import type { IntegrationActor } from "@/lib/core/access";

export type Named = { repository: string; service: string | null; environment: string };
export type Target = { serviceId: string; environmentId: string } | { problem: string; field: string };

/** What the sender's words mean here: a service by its slug or by its linked repository, an environment by name. */
export async function targetOf(tx: Tx, actor: IntegrationActor, named: Named): Promise<Target> {
  const link = named.service === null ? await linkOf(tx, actor, named.repository) : null;
  const serviceId = named.service === null ? link?.serviceId : await serviceIdOf(tx, actor, named.service);
  if (!serviceId) {
    return named.service === null
      ? { field: "repository", problem: `the repository ${named.repository} is not linked to a service` }
      : { field: "service", problem: `there is no service "${named.service}"` };
  }
  const mapped = link && Object.hasOwn(link.environments, named.environment) && link.environments[named.environment];
  const environmentId = mapped || (await environmentIdOf(tx, actor, named.environment));
  if (environmentId) return { serviceId, environmentId };
  return {
    field: "environment",
    problem: `the environment "${named.environment}" is not linked to one of this tenant`,
  };
}

async function linkOf(tx: Tx, actor: IntegrationActor, repository: string) {
  const [row] = await tx
    .select()
    .from(integrationLink)
    .where(
      and(
        eq(integrationLink.tenantId, actor.tenantId),
        eq(integrationLink.integrationId, actor.id),
        eq(integrationLink.repository, repository),
      ),
    );
  return row ?? null;
}

async function serviceIdOf(tx: Tx, actor: IntegrationActor, slug: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: service.id })
    .from(service)
    .where(and(eq(service.tenantId, actor.tenantId), eq(service.slug, slug)));
  return row?.id;
}

/** Names that are the same in both systems need no link. */
async function environmentIdOf(tx: Tx, actor: IntegrationActor, name: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: environment.id })
    .from(environment)
    .where(and(eq(environment.tenantId, actor.tenantId), eq(environment.slug, name.toLowerCase())));
  return row?.id;
}
