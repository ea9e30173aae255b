import { signRelease } from "@/lib/registry/release/sign";
import type { Candidate } from "./candidate";
import { actorOf, identified } from "./registry";
import { sampleSignIn } from "./stage";

/** Who signs for production in these tests, and as what. */
export const APPROVERS = [
  { who: "priya", role: "sre-on-call" },
  { who: "tomas", role: "change-board" },
  { who: "mei", role: "product-owner" },
] as const;

/** Signatures of people whom a test is not about. */
export async function approveAs(
  { id: releaseId }: Candidate,
  manifestDigest: string,
  approvers: readonly { who: string; role: string }[] = APPROVERS,
): Promise<void> {
  for (const { who, role } of approvers) {
    const actor = await actorOf(sampleSignIn(who));
    const signature = { releaseId, manifestDigest, decision: "approve", role, printedName: actor.name };
    await signRelease(identified(actor), signature);
  }
}
