import { z } from "zod";
import { signature } from "@/db/schema/decision";
import { type PersonActor, ROLES } from "@/lib/core/access";
import { approvalRoles, planSignature } from "@/lib/core/approval/sign";
import { sha256Text } from "@/lib/core/digest";
import { DomainError } from "@/lib/core/errors";
import type { ApproverFact, Facts } from "@/lib/core/gate/facts";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { policyInForce } from "../gate/policy";
import { gateFacts } from "../gate-facts";
import { newId } from "../id";
import { findRelease, requireOpen } from "./find";
import { notifyRejection } from "./notify-rejection";

/**
 * One person's approval or rejection, in one role, of one manifest digest: in their own right, or with `onBehalfOf`
 * for somebody who lent them the role.
 */
export const signRelease = command({
  name: "release.sign",
  permission: "release:sign",
  stepUp: true,
  input: z.strictObject({
    releaseId: z.uuid(),
    manifestDigest: sha256Text,
    decision: z.enum(["approve", "reject"]),
    role: z.enum(ROLES),
    onBehalfOf: z.uuid().optional(),
    printedName: z.string().trim().min(1, "write your name").max(200),
    reason: z.string().trim().max(5000).optional(),
  }),
  async run({ tx, actor, readClock }, input) {
    const signer = requirePerson(actor);
    const found = await findRelease(tx, actor, input.releaseId, "lock");
    requireOpen(found.release);
    const at = await readClock();
    const facts = await gateFacts(tx, actor, found, at);
    const inForce = await policyInForce(tx, actor.tenantId);
    const required = approvalRoles(inForce?.policy ?? null, facts);
    const { onBehalfOf, ...plan } = planSignature({ ...input, facts, required, signer: approverOf(signer, facts) });
    const id = newId(at);
    const row = {
      tenantId: actor.tenantId,
      id,
      releaseId: input.releaseId,
      manifestDigest: input.manifestDigest,
      personId: signer.id,
      printedName: input.printedName,
      role: input.role,
      decision: input.decision,
      reason: input.reason || null,
      signedAt: at,
      ...plan,
      onBehalfOfId: onBehalfOf?.personId ?? null,
      onBehalfOfName: onBehalfOf?.name ?? null,
    };
    const stored = await tx.insert(signature).values(row).onConflictDoNothing().returning({ id: signature.id });
    if (stored.length === 0) {
      throw new DomainError(
        "conflict",
        "You have signed this revision already. Withdraw that signature to sign again.",
      );
    }
    if (row.decision === "reject") await notifyRejection({ tx, actor }, found, facts, row);
    const { tenantId: _, signedAt, ...data } = row;
    return {
      value: { id, signedAt: signedAt.toISOString(), decision: input.decision },
      record: {
        kind: "signature",
        subjects: [input.releaseId, id, signer.id, ...(onBehalfOf ? [onBehalfOf.personId] : [])],
        data: { ...data, release: input.releaseId },
      },
    };
  },
});

/** What the registry says now that the signer may sign in; nothing where it knows nothing of them. */
function approverOf({ id, name, email }: PersonActor, { approvers }: Facts): ApproverFact {
  const known = approvers.find(({ personId }) => personId === id);
  return known ?? { personId: id, name, email, roles: [] };
}
