/** Why somebody whom the identity provider vouches for is not let in, or has not confirmed. */
export const REFUSALS = [
  "claims",
  "no-email",
  "email-not-verified",
  "no-role",
  "other-identity",
  "disabled",
  "other-person",
  "not-fresh",
  "expired",
  "throttled",
  "provider-down",
  "failed",
] as const;
export type Refusal = (typeof REFUSALS)[number];

const WORDS: Record<Refusal, (provider: string) => string> = {
  claims: (provider) => `What ${provider} says about you cannot be read. Ask an admin to look at the server's log.`,
  "no-email": (provider) => `${provider} gives no e-mail address of yours. Ask an admin.`,
  "email-not-verified": (provider) =>
    `${provider} has not verified your e-mail address. Verify it there, then sign in again.`,
  "no-role": (provider) => `You are in no group of ${provider} that has a role here. Ask an admin to give you one.`,
  "other-identity": (provider) =>
    `Your e-mail address belongs to a person who signs in with another account of ${provider}. Ask an admin.`,
  disabled: () => "Your account here is disabled. Ask an admin.",
  "other-person": (provider) =>
    `You confirmed with an account of ${provider} that is not the one signed in here. Nothing was confirmed.`,
  "not-fresh": (provider) => `${provider} did not ask you to sign in again just now. Nothing was confirmed; try again.`,
  expired: () => "This took longer than ten minutes. Nothing was confirmed; try again.",
  throttled: () => "Too many failed attempts. Wait 15 minutes, then try again.",
  "provider-down": (provider) => `${provider} cannot be reached. Try again in a while.`,
  failed: (provider) => `Signing in with ${provider} did not work. Nothing was changed; try again.`,
};

/** next-auth's own word for a provider that does not answer. */
const UNREACHABLE = "OAuthSignin";

/**
 * A sentence for people about `code`, which comes from an address: an unknown one gets the general sentence.
 * `provider` is the name people know it by. Null for no code at all.
 */
export function refusalWords(code: string | undefined, provider: string): string | null {
  if (!code) return null;
  const known = REFUSALS.find((each) => each === code) ?? (code === UNREACHABLE ? "provider-down" : "failed");
  return WORDS[known](provider);
}
