import { type Actor, can } from "@/lib/core/access";
import { DomainError, isDomainError } from "@/lib/core/errors";
import { actorOfToken } from "@/lib/registry/token/actor";

/** The text of `Authorization: Bearer …`, or null without that header. Any other scheme is refused. */
function bearerText(headers: Headers): string | null {
  const header = headers.get("authorization");
  if (header === null) return null;
  const match = /^Bearer +(\S+) *$/i.exec(header);
  if (match?.[1]) return match[1];
  throw new DomainError("unauthenticated", "Send the token as Authorization: Bearer rdy_…");
}

/** The actor of a request that changes something: a token, never a browser's session. */
export async function tokenActor(headers: Headers): Promise<Actor> {
  const text = bearerText(headers);
  if (text === null)
    throw new DomainError("unauthenticated", "Send an API token: Authorization: Bearer rdy_… An admin makes one.");
  return actorOfToken(text);
}

/** The actor of a request that only reads: a token, else whoever is signed in in this browser. */
export async function readingActor(headers: Headers): Promise<Actor> {
  if (headers.has("authorization") || !headers.has("cookie")) return tokenActor(headers);
  const { viewer } = await import("@/lib/auth/actor");
  const found = await viewer();
  if (!found) throw new DomainError("unauthenticated", "Send an API token, or sign in.");
  return found.actor;
}

export type WatchingActor = {
  actor: Actor;
  /** Asked again while the answer is open: the token or session is still good, and for the same tenant. */
  stillReads: () => Promise<boolean>;
};

/** As `readingActor`, for an answer that stays open. */
export async function watchingActor(headers: Headers): Promise<WatchingActor> {
  if (headers.has("authorization") || !headers.has("cookie")) return watchingToken(headers);
  const { watchingViewer } = await import("@/lib/auth/actor");
  const found = await watchingViewer();
  if (!found) throw new DomainError("unauthenticated", "Send an API token, or sign in.");
  return found;
}

async function watchingToken(headers: Headers): Promise<WatchingActor> {
  const actor = await tokenActor(headers);
  const again = () =>
    tokenActor(headers).catch((error: unknown) => {
      if (isDomainError(error) && error.code === "unauthenticated") return null;
      throw error;
    });
  return {
    actor,
    async stillReads() {
      const now = await again();
      return now !== null && can(now, "read");
    },
  };
}
