import type { Actor } from "@/lib/core/access";
import { createActionItem } from "@/lib/registry/action-item/create";
import { requestBreakGlass } from "@/lib/registry/break-glass/request";
import { reportDeployment } from "@/lib/registry/deployment/report";
import { putManifest } from "@/lib/registry/manifest/put";
import { createRelease } from "@/lib/registry/release/create";
import { inDays } from "./approval-records";
import { manifestDocument, type Subject } from "./documents";
import { confirmed, newPerson, type TestTenant } from "./tenant";

export const breakGlassWish = { reason: "The payment outage costs more than the risk.", minutes: 60 };

export const deploymentTold = {
  externalId: "deploy-1",
  state: "succeeded",
  deployedAt: "2026-01-01T12:00:00Z",
  artifacts: [`sha256:${"9".repeat(64)}`],
};

/** What the webhook's door makes of GitHub's event. */
export const deploymentStatusTold = (repository: string, commit: string) => ({
  deliveryId: "status-1",
  event: "deployment_status",
  externalId: `${repository}/deployments/1`,
  repository,
  environment: "production",
  commit,
  version: null,
  artifacts: [],
  state: "succeeded",
  at: "2026-01-01T12:00:00Z",
  url: null,
  deployedBy: "octocat",
});

/** A deployment that nothing allowed, a break-glass that waits for the second person, and an action item. */
export async function deploymentRecords(
  tenant: TestTenant,
  { actor, subject }: { actor: Actor; subject: Subject },
): Promise<{ deployment: string; breakGlass: string; actionItem: string }> {
  const urgent = { ...subject, version: "1.0-urgent" };
  const { id: releaseId } = await createRelease({ actor }, urgent);
  await putManifest({ actor }, { releaseId, content: manifestDocument(urgent) });
  const engineer = await newPerson(tenant, ["release-engineer"], "Rene Release");
  const { id: breakGlass } = await requestBreakGlass(confirmed(engineer), { releaseId, ...breakGlassWish });
  const { service, environment } = subject;
  const deployed = await reportDeployment({ actor }, { service, environment, ...deploymentTold });
  const item = { title: "Write the runbook", service, ownerName: "Somebody", dueAt: inDays(3) };
  const { id: actionItem } = await createActionItem({ actor: engineer }, item);
  return { deployment: deployed.id, breakGlass, actionItem };
}
