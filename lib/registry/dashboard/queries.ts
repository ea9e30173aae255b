import { and, asc, eq, sql } from "drizzle-orm";
import { service } from "@/db/schema/catalog";
import { dashboardTemplate } from "@/db/schema/catalogue";
import type { Actor } from "@/lib/core/access";
import { read } from "../read";

export type DashboardView = {
  id: string;
  /** Null: every service. */
  service: { id: string; slug: string } | null;
  label: string;
  urlTemplate: string;
};

const MOST = 500;

/** Link templates: those of every service first, then by service and label. */
export async function listDashboards(actor: Actor): Promise<DashboardView[]> {
  return read(actor, async (tx) => {
    const rows = await tx
      .select({ it: dashboardTemplate, slug: service.slug })
      .from(dashboardTemplate)
      .leftJoin(
        service,
        and(eq(service.tenantId, dashboardTemplate.tenantId), eq(service.id, dashboardTemplate.serviceId)),
      )
      .where(eq(dashboardTemplate.tenantId, actor.tenantId))
      .orderBy(sql`${service.slug} asc nulls first`, asc(dashboardTemplate.label))
      .limit(MOST);
    return rows.map(({ it, slug }) => ({
      id: it.id,
      service: it.serviceId && slug ? { id: it.serviceId, slug } : null,
      label: it.label,
      urlTemplate: it.urlTemplate,
    }));
  });
}
