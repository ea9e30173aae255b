import { openActionItem } from "../action-item/open";
import type { CommandScope } from "../command";
import { memberCalled } from "../member";
import { notify } from "../notification/notify";

const DUE_DAYS = 7;

type Failed = {
  id: string;
  service: { id: string; slug: string; owner: string };
  environment: { id: string; slug: string };
  gaps: readonly string[];
};

/** A failed rehearsal is told to those who release and run the service, and leaves its owner something to do. */
export async function tellFailed({ tx, actor, now }: CommandScope, failed: Failed): Promise<void> {
  const { id, service, environment, gaps } = failed;
  const ownerId = await memberCalled(tx, actor.tenantId, service.owner, now);
  const place = `${service.slug} in ${environment.slug}`;
  const found = gaps.length > 0 ? gaps.join("\n") : "No gap was recorded.";
  await openActionItem(
    { tx, actor, now },
    {
      title: `Mend and repeat the failed rollback rehearsal of ${place}`,
      detail: `${found}\n\nReleases are blocked until the remediation is recorded and a later rehearsal passes.`,
      origin: { kind: "rehearsal", id },
      serviceId: service.id,
      ownerId,
      ownerName: service.owner,
      dueAt: new Date(now.getTime() + DUE_DAYS * 86_400_000),
    },
  );
  await notify(
    { tx, tenantId: actor.tenantId, now },
    {
      kind: "rehearsal-failed",
      key: id,
      to: { roles: ["release-engineer", "sre-on-call"], people: ownerId ? [ownerId] : [] },
      except: [actor.id],
      serviceId: service.id,
      environmentId: environment.id,
      releaseId: null,
      title: `Rollback rehearsal failed: ${place}`,
      verdict: null,
      reason: `Releases are blocked until it is mended and repeated. ${found}`,
      path: `/rehearsals/${id}`,
    },
  );
}
