import { eq } from "drizzle-orm";
import { service } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import { read } from "../../read";
import { linkedRepositories } from "./place";

/** A repository in which an issue can be opened, and the service that it is. */
export type RepositoryChoice = { integrationId: string; integration: string; repository: string; service: string };

export async function repositoryChoices(actor: Actor): Promise<RepositoryChoice[]> {
  return read(actor, async (tx) => {
    const services = await tx
      .select({ id: service.id, slug: service.slug })
      .from(service)
      .where(eq(service.tenantId, actor.tenantId));
    const slugs = new Map(services.map(({ id, slug }) => [id, slug]));
    return (await linkedRepositories(tx, actor.tenantId)).map(({ integrationId, name, link }) => ({
      integrationId,
      integration: name,
      repository: link.repository,
      service: slugs.get(link.serviceId) ?? "",
    }));
  });
}
