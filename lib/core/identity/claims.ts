import { z } from "zod";
import { parseWith } from "../parse";

/** Whom an identity provider vouches for. */
export type ProviderIdentity = {
  issuer: string;
  subject: string;
  /** In lower case. */
  email: string | null;
  emailVerified: boolean;
  name: string | null;
  groups: string[];
};

const MAX_GROUPS = 2000;

const storable = z
  .string()
  .refine((text) => text.isWellFormed() && !text.includes("\u0000"), "has unusable characters");
const claimsSchema = z.looseObject({
  iss: storable.min(1).max(2048),
  // OpenID Connect Core 1.0, section 2: at most 255 characters.
  sub: storable.min(1).max(255),
  email: storable.max(320).nullish(),
  email_verified: z.unknown(),
  name: storable.max(1000).nullish(),
  preferred_username: storable.max(1000).nullish(),
});
const groupsSchema = z.union([
  z.string().transform((one) => [one]),
  z.array(z.string()).max(MAX_GROUPS),
  z.null().transform(() => []),
  z.undefined().transform(() => []),
]);

/**
 * Reads the verified claims of an ID token (with those of the userinfo endpoint beneath them). `groupsClaim` is a
 * claim's name, or a path such as `realm_access.roles`; a claim that is absent means no groups, one of another shape
 * than a list of names is an error. Only `email_verified: true` counts as verified. Throws `invalid` naming the claim.
 */
export function readClaims(claims: unknown, groupsClaim: string): ProviderIdentity {
  const read = parseWith(claimsSchema, claims, "claims");
  const groups = parseWith(
    z.object({ [groupsClaim]: groupsSchema }),
    { [groupsClaim]: at(read, groupsClaim) },
    "claims",
  );
  const email = read.email?.trim().toLowerCase() || null;
  return {
    issuer: read.iss,
    subject: read.sub,
    email: email && z.email().safeParse(email).success ? email : null,
    emailVerified: read.email_verified === true,
    name: (read.name?.trim() || read.preferred_username?.trim() || null)?.slice(0, 200) ?? null,
    groups: [...new Set(Object.values(groups).flat())].filter((group) => storable.safeParse(group).success).sort(),
  };
}

function at(claims: Record<string, unknown>, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim];
  let found: unknown = claims;
  for (const part of claim.split(".")) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Record<string, unknown>)[part];
  }
  return found;
}
