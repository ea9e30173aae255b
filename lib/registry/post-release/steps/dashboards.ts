import { and, asc, eq, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dashboardTemplate } from "@/db/schema/catalogue";
import { verificationWindow } from "@/db/schema/post-release";
import { type DashboardLink, fillTemplate } from "@/lib/core/dashboard/template";
import type { FoundRelease } from "../../release/find";
import type { StepWork } from "../step-work";

export const NO_TEMPLATE = "No dashboard template is set for this service.";

/** The links of the service's dashboards for the time of this release. */
export const dashboardsStep: StepWork = async ({ tx, now }, found) => {
  const links = await dashboardLinks(tx, found, now);
  if (links.length === 0) return { result: { skipped: NO_TEMPLATE }, kind: "post-release", data: { links: [] } };
  return { result: { links }, kind: "post-release", data: { links } };
};

async function dashboardLinks(tx: Tx, found: FoundRelease, now: Date): Promise<DashboardLink[]> {
  const { release, service, environment } = found;
  const templates = await tx
    .select()
    .from(dashboardTemplate)
    .where(
      and(
        eq(dashboardTemplate.tenantId, release.tenantId),
        or(eq(dashboardTemplate.serviceId, release.serviceId), isNull(dashboardTemplate.serviceId)),
      ),
    )
    .orderBy(asc(dashboardTemplate.label), asc(dashboardTemplate.id));
  const [window] = await tx
    .select()
    .from(verificationWindow)
    .where(and(eq(verificationWindow.tenantId, release.tenantId), eq(verificationWindow.releaseId, release.id)));
  const opened = window?.openedAt ?? now;
  const values = {
    service: service.slug,
    environment: environment.slug,
    version: release.version,
    commit: release.commit,
    from: String((release.productionStartedAt ?? opened).getTime()),
    to: String((window?.closesAt ?? opened).getTime()),
  };
  return templates.map(({ label, urlTemplate }) => ({ label, url: fillTemplate(urlTemplate, values) }));
}
