import { approvalRoles } from "@/lib/core/approval/sign";
import { approvalState } from "@/lib/core/approval/state";
import { evaluateGate } from "@/lib/core/gate/evaluate";
import { verdictWord } from "@/lib/core/notification/verdict-word";
import type { CommandScope } from "../command";
import { policyInForce } from "../gate/policy";
import { gateFacts } from "../gate-facts";
import { notify } from "../notification/notify";
import type { FoundRelease } from "./find";

/**
 * Asks for the signatures that are missing: tells everybody whose signature would help, once for each manifest. Who may
 * not sign this release is not among them. `missing`: how much a draft still lacks, where there is no manifest to sign.
 */
export async function requestApprovals(
  { tx, actor }: CommandScope,
  found: FoundRelease,
  at: Date,
  missing: number | null = null,
): Promise<void> {
  const { release, service, environment } = found;
  const policy = (await policyInForce(tx, actor.tenantId))?.policy ?? null;
  const facts = await gateFacts(tx, actor, found);
  const approvals = approvalState(facts, approvalRoles(policy, facts));
  const people = approvals.missing.flatMap(({ candidates }) => candidates.map(({ personId }) => personId));
  const { verdict, summary } = evaluateGate(policy, facts, at);
  const digest = facts.manifest.state === "found" ? facts.manifest.value.digest : "draft";
  const draft =
    missing === null ? "" : `The manifest is a draft, ${missing} missing: it can be signed once it is put. `;
  await notify(
    { tx, tenantId: actor.tenantId, now: at },
    {
      kind: "approval-requested",
      key: `approval-requested:${release.id}:${digest}`,
      to: { people: [...new Set(people)] },
      serviceId: service.id,
      environmentId: environment.id,
      releaseId: release.id,
      title: `Sign ${service.slug} ${release.version} for ${environment.slug}`,
      verdict: verdictWord(verdict),
      reason: `${draft}${summary}`,
      path: `/releases/${release.id}`,
    },
  );
}
