import { createHash, sign } from "node:crypto";
import { z } from "zod";
import { type OutboundLimits, send } from "../outbound";

export type GitHubApp = { apiUrl: string; appId: string; privateKey: string };

/** Clocks differ: GitHub advises to issue a token a minute in the past, and takes at most ten minutes of life. */
const ISSUED_BEFORE_SECONDS = 60;
const LIFE_SECONDS = 9 * 60;
/** A cached token is not used in the last minute of its life. */
const MARGIN_MS = 60_000;

const issued = z.object({ token: z.string().min(1), expires_at: z.iso.datetime({ offset: true }) });
const cache = new Map<string, { token: string; usableUntil: number }>();

export const API_HEADERS = {
  accept: "application/vnd.github+json",
  "x-github-api-version": "2022-11-28",
  "user-agent": "readiness",
};

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The token by which the app itself speaks: RS256 over its id, valid for nine minutes. */
export function appJwt({ appId, privateKey }: GitHubApp, now: Date): string {
  const second = Math.floor(now.getTime() / 1000);
  const claims = {
    iat: second - ISSUED_BEFORE_SECONDS,
    exp: second + LIFE_SECONDS - ISSUED_BEFORE_SECONDS,
    iss: appId,
  };
  const body = `${base64url({ alg: "RS256", typ: "JWT" })}.${base64url(claims)}`;
  return `${body}.${sign("sha256", Buffer.from(body), privateKey).toString("base64url")}`;
}

export type Installation = { installationId: string; repository: string };
/** `status` is GitHub's answer where it gave no token. */
export type InstallationToken = { token: string } | { status: number };

/** What a token may do; GitHub gives no more than the app was given. */
export type TokenPermissions = Record<string, string>;
const DEPLOYMENTS: TokenPermissions = { deployments: "write" };
type TokenOptions = { now?: () => Date; limits?: OutboundLimits; permissions?: TokenPermissions };

/** A token for this one repository, to answer deployments if nothing else is said, from memory until a minute before its end. */
export async function installationToken(
  app: GitHubApp,
  installation: Installation,
  { now = () => new Date(), limits, permissions = DEPLOYMENTS }: TokenOptions = {},
): Promise<InstallationToken> {
  const key = cacheKey(app, installation, permissions);
  const known = cache.get(key);
  if (known && known.usableUntil > now().getTime()) return { token: known.token };
  const [, name] = installation.repository.split("/");
  const answer = await send(
    {
      url: `${app.apiUrl.replace(/\/+$/, "")}/app/installations/${installation.installationId}/access_tokens`,
      method: "POST",
      headers: { ...API_HEADERS, authorization: `Bearer ${appJwt(app, now())}`, "content-type": "application/json" },
      body: JSON.stringify({ repositories: [name], permissions }),
    },
    limits,
  );
  const parsed = answer.status === 201 ? issued.safeParse(parseJson(answer.text)) : null;
  if (!parsed?.success) return { status: answer.status };
  const { token, expires_at } = parsed.data;
  cache.set(key, { token, usableUntil: Date.parse(expires_at) - MARGIN_MS });
  return { token };
}

/** After GitHub refused it: the next one is asked for anew. */
export function forgetToken(app: GitHubApp, installation: Installation, permissions = DEPLOYMENTS): void {
  cache.delete(cacheKey(app, installation, permissions));
}

/** By everything that the token rests on, so that a new private key gets a new token. */
function cacheKey(app: GitHubApp, { installationId, repository }: Installation, permissions: TokenPermissions): string {
  return createHash("sha256")
    .update(JSON.stringify([app.apiUrl, app.appId, app.privateKey, installationId, repository, permissions]))
    .digest("hex");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
