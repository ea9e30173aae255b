import { transaction } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import { confirmChecklist } from "@/lib/registry/checklist/confirm";
import { addDashboard } from "@/lib/registry/dashboard/add";
import { addMetric } from "@/lib/registry/metric-catalogue/add";
import { beginPostRelease } from "@/lib/registry/post-release/begin";
import { runPostReleaseStep } from "@/lib/registry/post-release/run-step";
import { createRelease } from "@/lib/registry/release/create";
import { findRelease } from "@/lib/registry/release/find";
import { systemActor } from "@/lib/registry/system-actor";
import { setVerificationMinutes } from "@/lib/registry/verification/set-minutes";
import type { Subject } from "./documents";
import { newPerson, type TestTenant } from "./tenant";

type Place = { actor: Actor; subject: Subject; serviceId: string; environmentId: string };

export const dashboardOf = (serviceId: string | null) => ({
  serviceId,
  label: "Latency",
  urlTemplate: "https://grafana.example.com/d/latency?var-service={service}&from={from}&to={to}",
});

/** A release with what follows a rollout begun, archived and confirmed; a dashboard and a metric of the service. */
export async function postReleaseRecords(tenant: TestTenant, { actor, subject, serviceId, environmentId }: Place) {
  const admin = { actor: tenant.admin };
  const { id: dashboard } = await addDashboard(admin, dashboardOf(serviceId));
  const { id: metric } = await addMetric(admin, { service: subject.service, name: "queue_depth", owner: "them" });
  await setVerificationMinutes(admin, { environmentId, minutes: 60 });
  const rolled = { ...subject, version: `${subject.version}-rolled-out`, commit: "d".repeat(40) };
  const { id: releaseId } = await createRelease({ actor }, rolled);
  await begin(tenant.tenantId, releaseId);
  const system = { actor: systemActor(tenant.tenantId) };
  await runPostReleaseStep(system, { releaseId, step: "archive" });
  await runPostReleaseStep(system, { releaseId, step: "rollback" });
  const engineer = await newPerson(tenant, ["release-engineer"]);
  await confirmChecklist({ actor: engineer }, { releaseId, item: "runbooks", reason: "It sends no metrics." });
  return { dashboard, metric };
}

/** As the transaction does in which a rollout succeeds. */
async function begin(tenantId: string, releaseId: string): Promise<void> {
  const actor = systemActor(tenantId);
  await transaction({ tenantId }, async (tx) => {
    const now = new Date();
    const found = await findRelease(tx, actor, releaseId, "lock");
    await beginPostRelease({ tx, actor, now, readClock: async () => now }, found);
  });
}
