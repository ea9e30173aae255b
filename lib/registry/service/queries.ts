import { and, asc, eq, gt, ilike, or } from "drizzle-orm";
import { service } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import { likePattern } from "../like";
import { read } from "../read";

export type ServiceView = { id: string; slug: string; name: string; owner: string; createdAt: string };

const PAGE_SIZE = 50;
const MAX_CHOICES = 1000;

/** Services by slug; `after` is the slug of the last one seen, which `next` gives. */
export async function listServices(
  actor: Actor,
  { q, after }: { q?: string; after?: string },
): Promise<{ items: ServiceView[]; next: string | null; now: string }> {
  return read(actor, async (tx, now) => {
    const found = q ? likePattern(q) : undefined;
    const rows = await tx
      .select()
      .from(service)
      .where(
        and(
          eq(service.tenantId, actor.tenantId),
          found ? or(ilike(service.slug, found), ilike(service.name, found), ilike(service.owner, found)) : undefined,
          after ? gt(service.slug, after) : undefined,
        ),
      )
      .orderBy(asc(service.slug))
      .limit(PAGE_SIZE + 1);
    const items = rows.slice(0, PAGE_SIZE).map(viewOf);
    return { items, next: rows.length > PAGE_SIZE ? (items.at(-1)?.slug ?? null) : null, now: now.toISOString() };
  });
}

/** For a filter or a form: every service of the tenant by slug. */
export async function serviceChoices(actor: Actor): Promise<ServiceView[]> {
  return read(actor, async (tx) => {
    const rows = await tx
      .select()
      .from(service)
      .where(eq(service.tenantId, actor.tenantId))
      .orderBy(asc(service.slug))
      .limit(MAX_CHOICES);
    return rows.map(viewOf);
  });
}

function viewOf(row: typeof service.$inferSelect): ServiceView {
  return { id: row.id, slug: row.slug, name: row.name, owner: row.owner, createdAt: row.createdAt.toISOString() };
}
