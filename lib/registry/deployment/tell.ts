import type { deployment } from "@/db/schema/deployment";
import type { CommandScope } from "../command";
import { notify } from "../notification/notify";
import type { DeploymentTarget } from "./target";

/** Tells of a deployment that nothing allowed, once, however often it is reported. */
export async function tellBypass(
  { tx, actor, now }: CommandScope,
  { service, environment }: DeploymentTarget,
  { id, version, commit, explanation }: typeof deployment.$inferSelect,
): Promise<void> {
  const what = version ?? commit?.slice(0, 12) ?? "something unnamed";
  const scope = { tx, tenantId: actor.tenantId, now };
  await notify(scope, {
    kind: "deployment-bypassed",
    key: `deployment-bypassed:${id}`,
    to: { roles: ["change-board", "sre-on-call", "release-engineer"] },
    serviceId: service.id,
    environmentId: environment.id,
    releaseId: null,
    title: `Deployment without approval: ${service.slug} ${what} in ${environment.slug}`,
    verdict: null,
    reason: `${explanation} It has to be explained.`,
    path: `/deployments/${id}`,
  });
}
