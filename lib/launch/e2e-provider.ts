import { PROVIDER_ACCOUNTS, PROVIDER_NAME } from "@/lib/testing/oidc-accounts";
import { oidcProvider } from "@/lib/testing/oidc-provider";
import type { Lifetime } from "./lifetime";

/** A real OpenID Connect provider beside the server under test, and the variables that make the server use it. */
export async function identityProvider(baseUrl: string, lifetime: Lifetime): Promise<Record<string, string>> {
  const provider = await oidcProvider(`${baseUrl}/api/auth/callback/oidc`, PROVIDER_ACCOUNTS);
  lifetime.add(provider.close);
  return {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: PROVIDER_NAME,
  };
}
