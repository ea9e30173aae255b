import { cookies, headers } from "next/headers";
import type { Profile, User } from "next-auth";
import { isDomainError } from "@/lib/core/errors";
import { type ProviderIdentity, readClaims } from "@/lib/core/identity/claims";
import type { Refusal } from "@/lib/core/identity/refusal";
import { log } from "@/lib/observability/log";
import { loggable } from "@/lib/observability/loggable";
import { confirmByProvider } from "@/lib/registry/person/confirmation";
import { signInWithProvider } from "@/lib/registry/person/provider-sign-in";
import { attemptSucceeded, takeAttempt } from "@/lib/registry/person/throttle";
import { sessionPerson } from "./actor";
import { clientAddress } from "./client-address";
import { CONFIRMATION_COOKIE } from "./confirmation-cookie";
import { type Oidc, oidc } from "./oidc";

type Answer = { ok: true } | { ok: false; reason: Refusal };

/**
 * What happens when the provider has vouched for somebody: a confirmation for the person who is signed in and asked for
 * one, else a sign-in. Gives where to go, or true to begin the session of `user`, who is then the person found.
 */
export async function admitProvider(user: User, claims: Profile | undefined): Promise<string | true> {
  const asked = (await cookies()).get(CONFIRMATION_COOKIE)?.value;
  const person = asked ? await sessionPerson() : null;
  if (asked && person) {
    const answer = await confirm({ id: asked, personId: person.id }, claims);
    return `/confirm-identity/done?${answer.ok ? `confirmed=${asked}` : `error=${answer.reason}`}`;
  }
  const answer = await signIn(user, claims);
  return answer.ok || `/sign-in?error=${answer.reason}`;
}

async function confirm(request: { id: string; personId: string }, claims: Profile | undefined): Promise<Answer> {
  (await cookies()).delete(CONFIRMATION_COOKIE);
  return guarded(async (provider) => {
    const { issuer, subject } = identityOf(claims, provider);
    const authTime = (claims as { auth_time?: unknown } | undefined)?.auth_time;
    const reason = await confirmByProvider(request, { issuer, subject, authTime });
    return reason ? { ok: false, reason } : { ok: true };
  });
}

async function signIn(user: User, claims: Profile | undefined): Promise<Answer> {
  return guarded(async (provider) => {
    const from = `address:${clientAddress(Object.fromEntries(await headers()))}`;
    const isThrottled = await takeAttempt([from]).then(
      () => false,
      (error) => isDomainError(error) && error.code === "forbidden",
    );
    if (isThrottled) return { ok: false, reason: "throttled" };
    const answer = await signInWithProvider(identityOf(claims, provider));
    if (!answer.ok) return answer;
    await attemptSucceeded(null, [from]);
    Object.assign(user, answer.person);
    return { ok: true };
  });
}

/** A failure tells people no more than that it failed; the log has the rest. */
async function guarded(run: (provider: Oidc) => Promise<Answer>): Promise<Answer> {
  const provider = oidc();
  if (!provider) return { ok: false, reason: "failed" };
  try {
    return await run(provider);
  } catch (error) {
    const isUnreadable = isDomainError(error) && error.code === "invalid";
    log.error({ error: loggable(error), provider: provider.issuer }, "the identity provider's answer was not accepted");
    return { ok: false, reason: isUnreadable ? "claims" : "failed" };
  }
}

function identityOf(claims: Profile | undefined, { issuer, groupsClaim }: Oidc): ProviderIdentity {
  const identity = readClaims(claims, groupsClaim);
  if (identity.issuer.replace(/\/+$/, "") !== issuer)
    throw new Error(`the token is of another issuer: ${identity.issuer}`);
  return { ...identity, issuer };
}
