import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { isDomainError } from "@/lib/core/errors";
import { env } from "@/lib/env";
import { signIn } from "@/lib/registry/person/sign-in";
import { clientAddress } from "./client-address";
import { oidc, oidcProvider } from "./oidc";

const HOURS_12 = 12 * 60 * 60;

/** Behind TLS every cookie is bound to this very host. */
function cookiesOf(secure: boolean): NextAuthOptions["cookies"] {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const cookie = (name: string, more = {}) => ({
    name: `${secure ? "__Host-" : ""}readiness-${name}`,
    options: { ...options, ...more },
  });
  // Of a sign-in at the provider that is under way.
  const brief = { maxAge: 15 * 60 };
  return {
    sessionToken: cookie("session"),
    state: cookie("state", brief),
    nonce: cookie("nonce", brief),
    pkceCodeVerifier: cookie("pkce", brief),
  };
}

/** Sessions and ways to sign in. Who may come in by the provider is decided where requests are answered: `admitProvider`. */
export function authOptions(): NextAuthOptions {
  const secure = env().NEXTAUTH_URL?.startsWith("https://") ?? false;
  const provider = oidc();
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: HOURS_12 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: secure,
    cookies: cookiesOf(secure),
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const { email, password } = credentials ?? {};
          if (typeof email !== "string" || typeof password !== "string" || password.length > 1000) return null;
          try {
            return await signIn(email, password, clientAddress(request.headers ?? {}));
          } catch (error) {
            // next-auth shows this text in the address; it holds nothing but the sentence for people.
            if (isDomainError(error) && error.code === "unauthenticated") return null;
            throw new Error(isDomainError(error) ? error.message : "Sign-in failed. Try again.");
          }
        },
      }),
      ...(provider ? [oidcProvider(provider)] : []),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (user) {
          token.sub = user.id;
          token.sessionVersion = user.sessionVersion;
        }
        return token;
      },
      session({ session, token }) {
        return { ...session, personId: token.sub ?? null, sessionVersion: token.sessionVersion ?? null };
      },
    },
  };
}
