import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "@/lib/env";

export const OIDC = "oidc";

export type Oidc = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call the provider. */
  name: string;
  groupsClaim: string;
  scope: string;
};

/** The identity provider that this server is set up for; null for none. */
export function oidc(): Oidc | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, ...rest } = env();
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    issuer,
    clientId,
    clientSecret,
    name: rest.OIDC_NAME ?? "single sign-on",
    groupsClaim: rest.OIDC_GROUPS_CLAIM ?? "groups",
    scope: rest.OIDC_SCOPE ?? "openid email profile",
  };
}

/** How somebody who is signed in proves again that it is they. */
export function stepUpMethod(hasPassword: boolean): { by: "password" | "nothing" } | { by: "provider"; name: string } {
  if (hasPassword) return { by: "password" };
  const provider = oidc();
  return provider ? { by: "provider", name: provider.name } : { by: "nothing" };
}

type Claims = Record<string, unknown> & { sub: string };

/** As next-auth wants it: discovery, the code flow with PKCE, state and nonce, and an ID token whose signature is checked. */
export function oidcProvider({ issuer, clientId, clientSecret, name, scope }: Oidc): OAuthConfig<Claims> {
  return {
    id: OIDC,
    name,
    type: "oauth",
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope } },
    httpOptions: { timeout: 10_000 },
    userinfo: {
      // Many providers tell e-mail and groups only there. What the signed ID token says counts more.
      async request({ client, tokens }) {
        const signed = tokens.id_token ? (tokens as typeof tokens & { claims(): Claims }).claims() : null;
        if (!signed) throw new Error("the provider sent no ID token");
        const hasMore = client.issuer.metadata.userinfo_endpoint !== undefined;
        // When somebody signed in is proved by the signed token or not at all.
        const { auth_time: _, ...told } = hasMore ? await client.userinfo(tokens as never) : { auth_time: undefined };
        return { ...told, ...signed };
      },
    },
    // Who this is here is found out in the `signIn` callback, which can refuse.
    profile: ({ sub }) => ({ id: sub, sessionVersion: 0 }),
  };
}
