import type { ProviderIdentity } from "./claims";
import type { Refusal } from "./refusal";

/** What is known here of somebody whom a provider vouches for. */
export type Standing = {
  /** The person whom this very subject was linked to before. */
  known: { disabled: boolean } | null;
  /** The person of that e-mail address. */
  byEmail: { disabled: boolean; hasOtherSubject: boolean; hasManualRole: boolean } | null;
  /** Whether the groups give a role in any tenant. */
  groupsGiveRole: boolean;
};
/** `known`: as before. `link`: the subject becomes that person's. `create`: somebody new. */
export type Admission = { kind: "known" | "link" | "create" } | { kind: "refused"; reason: Refusal };

const refused = (reason: Refusal): Admission => ({ kind: "refused", reason });

/**
 * Whether to let in whom the provider vouches for, and as whom. A subject is linked once; after that its e-mail
 * address no longer matters. Only a verified address finds or makes a person, and only a role is worth linking for.
 */
export function admit(
  { email, emailVerified }: Pick<ProviderIdentity, "email" | "emailVerified">,
  { known, byEmail, groupsGiveRole }: Standing,
): Admission {
  if (known) return known.disabled ? refused("disabled") : { kind: "known" };
  if (!email) return refused("no-email");
  if (!emailVerified) return refused("email-not-verified");
  if (byEmail?.disabled) return refused("disabled");
  // An address that passed to somebody else at the provider must not bring the account along.
  if (byEmail?.hasOtherSubject) return refused("other-identity");
  if (!groupsGiveRole && !byEmail?.hasManualRole) return refused("no-role");
  return { kind: byEmail ? "link" : "create" };
}
