import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type KoaContext } from "oidc-provider";
import { closeServer } from "./fake-github";

/** Signs in at the provider by `login`, with any password. */
export type ProviderAccount = {
  login: string;
  email?: string;
  emailVerified?: boolean;
  name?: string;
  groups?: unknown;
};
export type OidcProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** By login; what is changed here counts from the next sign-in on. */
  accounts: Map<string, ProviderAccount>;
  close(): Promise<void>;
};

const SCOPE = "openid email profile";

/** A real OpenID Connect provider on the loopback address, with a client of ours. */
export async function oidcProvider(redirectUri: string, accounts: readonly ProviderAccount[]): Promise<OidcProvider> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { client_id: "readiness", client_secret: randomBytes(24).toString("hex") };
  const byLogin = new Map(accounts.map((account) => [account.login, account]));
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [redirectUri] }],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(24).toString("hex")] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
    findAccount: (_context: unknown, login: string) => accountOf(byLogin, login),
    loadExistingGrant: (context: KoaContext) => grantTo(provider, context),
    ttl: { Interaction: 600, Grant: 3600, Session: 3600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
  });
  server.on("request", provider.callback());
  const { client_id: clientId, client_secret: clientSecret } = client;
  return { issuer, clientId, clientSecret, accounts: byLogin, close: () => closeServer(server) };
}

function signingKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid: "test", use: "sig", alg: "RS256" };
}

function accountOf(accounts: Map<string, ProviderAccount>, login: string) {
  const account = accounts.get(login);
  if (!account) return undefined;
  const { email, emailVerified, name, groups } = account;
  return { accountId: login, claims: () => ({ sub: login, email, email_verified: emailVerified, name, groups }) };
}

/** Nobody is asked whether the client may know who they are. */
async function grantTo(provider: Provider, { oidc }: KoaContext) {
  const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope(SCOPE);
  await grant.save();
  return grant;
}
