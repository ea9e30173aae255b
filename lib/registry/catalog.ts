import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { requireReach } from "./actor-columns";

/** The service of a slug within the actor's tenant and reach, or `not_found` naming it. */
export async function serviceBySlug(tx: Tx, actor: Actor, slug: string) {
  const [row] = await tx
    .select()
    .from(service)
    .where(and(eq(service.tenantId, actor.tenantId), eq(service.slug, slug)));
  if (!row) {
    throw new DomainError("not_found", `There is no service "${slug}". An admin adds it under Settings.`, [
      { path: "service", message: "no such service" },
    ]);
  }
  requireReach(actor, { serviceId: row.id });
  return row;
}

/** The environment of a slug within the actor's tenant and reach, or `not_found` naming it. */
export async function environmentBySlug(tx: Tx, actor: Actor, slug: string) {
  const [row] = await tx
    .select()
    .from(environment)
    .where(and(eq(environment.tenantId, actor.tenantId), eq(environment.slug, slug)));
  if (!row) {
    throw new DomainError("not_found", `There is no environment "${slug}". An admin adds it under Settings.`, [
      { path: "environment", message: "no such environment" },
    ]);
  }
  requireReach(actor, { environmentId: row.id });
  return row;
}
