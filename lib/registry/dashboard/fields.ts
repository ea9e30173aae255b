import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { databaseError, type Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import { templateText } from "@/lib/core/dashboard/template";
import { DomainError } from "@/lib/core/errors";

export const dashboardFields = {
  /** Null: every service. */
  serviceId: z.uuid().nullable(),
  label: z.string().trim().min(1, "say what it shows").max(100),
  urlTemplate: templateText,
};

/** Refuses another tenant's service. */
export async function requireService(tx: Tx, actor: Actor, serviceId: string | null): Promise<void> {
  if (serviceId === null) return;
  const [row] = await tx
    .select({ id: service.id })
    .from(service)
    .where(and(eq(service.tenantId, actor.tenantId), eq(service.id, serviceId)));
  if (!row) throw new DomainError("not_found", "There is no such service.");
}

/** A label that is in use, in words; any other error as it is. */
export function labelTaken(error: unknown): never {
  if (databaseError(error).constraint !== "dashboard_template_label") throw error;
  throw new DomainError("conflict", "There is a dashboard of this label already.", [
    { path: "label", message: "already used; choose another" },
  ]);
}
