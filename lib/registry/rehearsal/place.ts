import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { DomainError } from "@/lib/core/errors";

/** Where rehearsals take place: a service in an environment. */
export const placeFields = { serviceId: z.uuid(), environmentId: z.uuid() };

/** The service and the environment of a place in a tenant, or `not_found`. */
export async function findPlace(tx: Tx, tenantId: string, place: { serviceId: string; environmentId: string }) {
  const [row] = await tx
    .select({ service, environment })
    .from(service)
    .innerJoin(environment, and(eq(environment.tenantId, service.tenantId), eq(environment.id, place.environmentId)))
    .where(and(eq(service.tenantId, tenantId), eq(service.id, place.serviceId)));
  if (!row) throw new DomainError("not_found", "There is no such service or environment.");
  return row;
}
