import { createActionItem } from "@/lib/registry/action-item/create";
import { addDashboard } from "@/lib/registry/dashboard/add";
import { addMetric } from "@/lib/registry/metric-catalogue/add";
import { inDays } from "./approval-records";
import { dashboardOf } from "./post-release-records";
import type { ReadyCalls, ReadyPlace } from "./ready-calls";

/** A dashboard, a metric and an action item that nobody removes or closes. */
export async function readyCatalogue({ tenant, caller: actor, serviceId }: ReadyPlace): Promise<ReadyCalls> {
  const { slug: service } = tenant.service;
  const dashboard = await addDashboard({ actor }, dashboardOf(serviceId));
  const metric = await addMetric({ actor }, { service, name: "queue_depth", owner: "them" });
  const item = { title: "Renew the certificate", service, ownerName: "Somebody", dueAt: inDays(3) };
  const { id: actionItemId } = await createActionItem({ actor }, item);
  return {
    "dashboard.change": { change: { dashboardId: dashboard.id, serviceId, label: "Latency by region" } },
    "metric.change": { change: { metricId: metric.id } },
    "action-item.change": { change: { actionItemId } },
  };
}
