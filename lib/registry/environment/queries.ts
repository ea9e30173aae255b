import { asc, eq } from "drizzle-orm";
import { environment } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import { read } from "../read";

export type EnvironmentView = { id: string; slug: string; name: string; isProduction: boolean; createdAt: string };

/** Every environment of the tenant, in the order of promotion. */
export async function listEnvironments(actor: Actor): Promise<EnvironmentView[]> {
  return read(actor, async (tx) => {
    const rows = await tx
      .select()
      .from(environment)
      .where(eq(environment.tenantId, actor.tenantId))
      .orderBy(asc(environment.position), asc(environment.slug));
    return rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      isProduction: row.isProduction,
      createdAt: row.createdAt.toISOString(),
    }));
  });
}
