import type { VerificationJudgement } from "@/lib/core/post-release/verification";
import { actionDue } from "@/lib/core/post-release/window";
import { openActionItem } from "../action-item/open";
import type { CommandScope } from "../command";
import { notify } from "../notification/notify";
import type { FoundRelease } from "../release/find";

/** Tells those who can act that a release went wrong after its rollout, and opens what somebody has to do about it. */
export async function flagRelease(
  { tx, actor, now }: CommandScope,
  { release, service, environment }: FoundRelease,
  { violations }: VerificationJudgement,
): Promise<void> {
  const { id: releaseId, serviceId, environmentId } = release;
  const what = `${service.slug} ${release.version} in ${environment.slug}`;
  const reasons = violations.map(({ text }) => text).join("\n");
  await notify(
    { tx, tenantId: actor.tenantId, now },
    {
      kind: "verification-flagged",
      key: `verification-flagged:${releaseId}`,
      to: { roles: ["release-engineer", "sre-on-call"] },
      ...{ releaseId, serviceId, environmentId },
      title: `Verification flagged: ${what}`,
      verdict: null,
      reason: reasons,
      path: `/releases/${releaseId}#after-release`,
    },
  );
  await openActionItem(
    { tx, actor, now },
    {
      title: `Look into the flagged verification of ${what}`,
      detail: reasons,
      origin: { kind: "verification", id: releaseId },
      serviceId,
      ownerId: null,
      ownerName: service.owner,
      dueAt: actionDue(now),
    },
  );
}
