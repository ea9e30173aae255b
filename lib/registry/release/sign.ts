import { z } from "zod";
import { signature } from "@/db/schema/decision";
import { ROLES } from "@/lib/core/access";
import { approvalRoles, planSignature } from "@/lib/core/approval/sign";
import { sha256Text } from "@/lib/core/digest";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { policyInForce } from "../gate/policy";
import { gateFacts } from "../gate-facts";
import { newId } from "../id";
import { findRelease, requireOpen } from "./find";

/** One person's approval or rejection, in one role, of one manifest digest. */
export const signRelease = command({
  name: "release.sign",
  permission: "release:sign",
  stepUp: true,
  input: z.strictObject({
    releaseId: z.uuid(),
    manifestDigest: sha256Text,
    decision: z.enum(["approve", "reject"]),
    role: z.enum(ROLES),
    printedName: z.string().trim().min(1, "write your name").max(200),
    reason: z.string().trim().max(5000).optional(),
  }),
  async run({ tx, actor, readClock }, input) {
    const signer = requirePerson(actor);
    const found = await findRelease(tx, actor, input.releaseId, "lock");
    requireOpen(found.release);
    const facts = await gateFacts(tx, actor, found);
    const inForce = await policyInForce(tx, actor.tenantId);
    const rolesNow = facts.approvers.find((each) => each.personId === signer.id)?.roles ?? [];
    const plan = planSignature({
      facts,
      required: approvalRoles(inForce?.policy ?? null, facts),
      signer: { id: signer.id, name: signer.name, email: signer.email, rolesNow },
      ...input,
    });
    const at = await readClock();
    const id = newId(at);
    const row = {
      tenantId: actor.tenantId,
      id,
      releaseId: input.releaseId,
      manifestId: plan.manifestId,
      manifestDigest: input.manifestDigest,
      personId: signer.id,
      printedName: input.printedName,
      role: input.role,
      decision: input.decision,
      meaning: plan.meaning,
      reason: input.reason || null,
      signedAt: at,
    };
    const stored = await tx.insert(signature).values(row).onConflictDoNothing().returning({ id: signature.id });
    if (stored.length === 0) {
      throw new DomainError(
        "conflict",
        "You have signed this revision already. Withdraw that signature to sign again.",
      );
    }
    const { tenantId: _, signedAt, ...data } = row;
    return {
      value: { id, signedAt: signedAt.toISOString(), decision: input.decision },
      record: {
        kind: "signature",
        subjects: [input.releaseId, id, signer.id],
        data: { ...data, release: input.releaseId },
      },
    };
  },
});
