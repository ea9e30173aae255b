import { waivingBar } from "@/lib/core/approval/bar";
import { type InvolvedParty, isSamePerson, type Person } from "@/lib/core/approval/parties";

/**
 * Why this person may not confirm a break-glass, in words for them, or null: the second of two people is neither the
 * one who asked for it, under whatever account, nor author, committer or creator of the release. Pure.
 */
export function confirmingBar(
  person: Person,
  requester: { id: string; name: string; email: string },
  parties: readonly InvolvedParty[],
): string | null {
  if (isSamePerson({ kind: "person", ...requester }, person)) {
    return "You asked for this break-glass. Somebody else has to confirm it.";
  }
  const bar = waivingBar(person, parties);
  return bar ? `${bar}, so somebody else has to confirm its break-glass.` : null;
}
