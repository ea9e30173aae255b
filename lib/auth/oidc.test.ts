import { type Client, custom, generators, Issuer, type TokenSet } from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readClaims } from "@/lib/core/identity/claims";
import { parseEnv } from "@/lib/env";
import { addGroupRole } from "@/lib/registry/group-role/add";
import { personOfSession } from "@/lib/registry/person/actor";
import { beginConfirmation, confirmByProvider } from "@/lib/registry/person/confirmation";
import { signInWithProvider } from "@/lib/registry/person/provider-sign-in";
import { type OidcProvider, oidcProvider as startProvider } from "@/lib/testing/oidc-provider";
import { ProviderBrowser } from "@/lib/testing/provider-browser";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, type TestTenant } from "@/lib/testing/tenant";
import { type Oidc, oidcProvider } from "./oidc";

openDatabase();
const CALLBACK = "http://localhost:3000/api/auth/callback/oidc";
let provider: OidcProvider;
let tenant: TestTenant;
let config: Oidc;
let client: Client;

beforeAll(async () => {
  provider = await startProvider(CALLBACK, [
    { login: "olive", email: "Olive@sso.example", emailVerified: true, name: "Olive Sun", groups: ["board", "all"] },
    { login: "umar", email: "umar@sso.example", emailVerified: false, name: "Umar", groups: ["board"] },
  ]);
  tenant = await newTenant();
  await addGroupRole({ actor: tenant.admin }, { group: "board", role: "change-board" });
  const { issuer, clientId, clientSecret } = provider;
  config = { issuer, clientId, clientSecret, name: "Test SSO", groupsClaim: "groups", scope: "openid email profile" };
  const discovered = await Issuer.discover(oidcProvider(config).wellKnown ?? "");
  client = new discovered.Client({ client_id: clientId, client_secret: clientSecret, redirect_uris: [CALLBACK] });
  client[custom.clock_tolerance] = 10;
});
afterAll(() => provider.close());

/** The whole code flow, as next-auth runs it with this configuration. */
async function claimsOf(login: string, browser = new ProviderBrowser(), params: Record<string, string> = {}) {
  const [verifier, state, nonce] = [generators.codeVerifier(), generators.state(), generators.nonce()];
  const challenge = { code_challenge: generators.codeChallenge(verifier), code_challenge_method: "S256" };
  const address = client.authorizationUrl({ scope: config.scope, state, nonce, ...challenge, ...params });
  const back = await browser.signIn(address, login, CALLBACK);
  const tokens = await client.callback(CALLBACK, client.callbackParams(back), {
    code_verifier: verifier,
    state,
    nonce,
  });
  return told(tokens);
}

function told(tokens: TokenSet) {
  const { userinfo } = oidcProvider(config);
  if (typeof userinfo !== "object" || !userinfo.request) throw new Error("userinfo is asked for");
  type Asked = Parameters<typeof userinfo.request>[0];
  return userinfo.request({ client, tokens, provider: {} } as unknown as Asked) as Promise<Record<string, unknown>>;
}

const identityOf = async (login: string) => readClaims(await claimsOf(login), config.groupsClaim);

describe("a real provider", () => {
  it("vouches for somebody with e-mail and groups, who is let in with the groups' roles", async () => {
    const identity = await identityOf("olive");
    expect(identity).toMatchObject({
      issuer: provider.issuer,
      subject: "olive",
      email: "olive@sso.example",
      groups: ["all", "board"],
    });
    const entered = await signInWithProvider(identity);
    if (!entered.ok) throw new Error(entered.reason);
    const session = await personOfSession(entered.person.id, entered.person.sessionVersion);
    expect(session).toMatchObject({ name: "Olive Sun", hasPassword: false });
    expect(session?.memberships).toMatchObject([{ tenantId: tenant.tenantId, roles: ["change-board"] }]);
  });

  it("that has not verified the address lets nobody in", async () => {
    expect(await signInWithProvider(await identityOf("umar"))).toEqual({ ok: false, reason: "email-not-verified" });
  });

  it("confirms somebody only by a sign-in that it asked for anew", async () => {
    const browser = new ProviderBrowser();
    const entered = await signInWithProvider(readClaims(await claimsOf("olive", browser), "groups"));
    if (!entered.ok) throw new Error(entered.reason);
    const personId = entered.person.id;
    const proof = { issuer: provider.issuer, subject: "olive" };
    const silent = await claimsOf("olive", browser);
    const id = await beginConfirmation(personId);
    // The provider's session would do for a sign-in, and does not say when its person was last asked.
    expect(await confirmByProvider({ id, personId }, { ...proof, authTime: silent.auth_time })).toBe("not-fresh");
    const asked = await claimsOf("olive", browser, { prompt: "login", max_age: "0" });
    expect(await confirmByProvider({ id, personId }, { ...proof, authTime: asked.auth_time })).toBeNull();
  });
});

describe("the configuration", () => {
  const whole = { OIDC_ISSUER: "https://login.example.com/", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };

  it("names the variable that is missing", () => {
    expect(() => parseEnv({ ...whole, OIDC_CLIENT_SECRET: "" })).toThrow(/OIDC_CLIENT_SECRET must be set too/);
    expect(() => parseEnv({ OIDC_NAME: "SSO" })).toThrow(/OIDC_ISSUER must be set too, because OIDC_NAME is/);
    expect(() => parseEnv({ ...whole, OIDC_SCOPE: "email" })).toThrow(/OIDC_SCOPE must include openid/);
    expect(parseEnv(whole).OIDC_ISSUER).toBe("https://login.example.com");
  });

  it.each([
    ["https://login.example.com", undefined, true],
    ["http://login.example.com", undefined, false],
    ["http://localhost:4000", undefined, true],
    ["http://127.0.0.1:4000", undefined, true],
    ["http://[::1]:4000", undefined, true],
    ["http://127.0.0.1.evil.example", undefined, false],
    ["http://10.1.2.3", undefined, false],
    ["http://10.1.2.3", "10.0.0.0/8", true],
    ["http://11.1.2.3", "10.0.0.0/8", false],
    ["http://keycloak:8080", "10.0.0.0/8", false],
    ["http://keycloak:8080", "true", true],
  ])("takes the issuer %s (private addresses allowed: %s): %s", (issuer, allowed, taken) => {
    const parse = () => parseEnv({ ...whole, OIDC_ISSUER: issuer, READINESS_ALLOW_PRIVATE_ADDRESSES: allowed });
    if (taken) expect(parse).not.toThrow();
    else expect(parse).toThrow(/OIDC_ISSUER must be an https/);
  });
});
