import { isSamePerson } from "@/lib/core/approval/parties";
import type { Facts } from "@/lib/core/gate/facts";
import type { CommandScope } from "../command";
import { peopleWithRoles } from "../gate/approval-facts";
import { notify } from "../notification/notify";
import type { FoundRelease } from "./find";

export type Rejection = {
  personId: string;
  printedName: string;
  role: string;
  reason: string | null;
  manifestDigest: string;
  signedAt: Date;
};

/** Tells a signed rejection to those who can mend the release: its creator and authors, and the release engineers. */
export async function notifyRejection(
  { tx, actor }: Pick<CommandScope, "tx" | "actor">,
  found: FoundRelease,
  facts: Pick<Facts, "manifest" | "release">,
  { personId: signerId, printedName, role, reason, manifestDigest, signedAt }: Rejection,
): Promise<void> {
  const { release, service, environment } = found;
  const authors = facts.manifest.state === "found" ? facts.manifest.value.content.authors : [];
  const claimed = authors.map(({ name, email }) => ({
    kind: "claimed" as const,
    id: null,
    name,
    email: email ?? null,
  }));
  const makers = [...claimed, ...(facts.release.createdBy ? [facts.release.createdBy] : [])];
  const members = [...(await peopleWithRoles(tx, actor.tenantId)).values()];
  const people = members.filter(({ personId, name, email }) =>
    makers.some((maker) => isSamePerson(maker, { id: personId, name, email })),
  );
  await notify(
    { tx, tenantId: actor.tenantId, now: signedAt },
    {
      kind: "release-rejected",
      key: `release-rejected:${release.id}:${manifestDigest}:${signerId}`,
      to: { roles: ["release-engineer"], people: people.map(({ personId }) => personId) },
      except: [signerId],
      serviceId: service.id,
      environmentId: environment.id,
      releaseId: release.id,
      title: `${printedName} rejected ${service.slug} ${release.version} for ${environment.slug}`,
      verdict: "NO-GO",
      reason: `As ${role}: ${reason ?? "no reason given"}`,
      path: `/releases/${release.id}`,
    },
  );
}
