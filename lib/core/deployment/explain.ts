import { isSamePerson, type Person } from "@/lib/core/approval/parties";
import type { Party } from "@/lib/core/gate/facts";

/** Shorter than this, neither a cause nor what was done about it is told. */
export const EXPLANATION_LENGTH = 20;

/**
 * Why this person may not explain a deployment that nobody approved, in words for them, or null. Whoever deployed it,
 * or reported it as a person, does not explain it; a name or an e-mail address is all that is known of them. Pure.
 */
export function explainingBar(
  person: Person,
  { deployedBy, reportedBy }: { deployedBy: string | null; reportedBy: Party },
): string | null {
  const deployer: Party | null = deployedBy
    ? { kind: "claimed", id: null, name: deployedBy, email: deployedBy.includes("@") ? deployedBy : null }
    : null;
  if (deployer && isSamePerson(deployer, person)) return "You deployed this. Somebody else has to explain it.";
  return isSamePerson(reportedBy, person) ? "You reported this deployment. Somebody else has to explain it." : null;
}
