/** Roles of `domain.md`. A person holds any number of them in each tenant. */
export const ROLES = [
  "viewer",
  "engineer",
  "release-engineer",
  "sre-on-call",
  "product-owner",
  "change-board",
  "incident-commander",
  "admin",
] as const;
export type Role = (typeof ROLES)[number];

/** Everything that can be allowed. Reading needs `read`; every command names one of the others. */
export const PERMISSIONS = [
  "read",
  "release:create",
  "release:advance",
  "scorecard:submit",
  "metrics:submit",
  "manifest:put",
  "rehearsal:record",
  "rehearsal:remediate",
  "gate:evaluate",
  "incident:declare",
  "incident:resolve",
  "release:sign",
  "waiver:grant",
  "waiver:revoke",
  "service:manage",
  "environment:manage",
  "person:manage",
  "token:manage",
  "tenant:manage",
  "integration:manage",
  "deployment:answer",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What an API token may be given. A token never signs, waives or manages anything. */
export const TOKEN_VERBS = [
  "read",
  "release:create",
  "release:advance",
  "scorecard:submit",
  "metrics:submit",
  "manifest:put",
  "rehearsal:record",
  "gate:evaluate",
] as const satisfies readonly Permission[];
export type TokenVerb = (typeof TOKEN_VERBS)[number];

export type PersonActor = { kind: "person"; id: string; tenantId: string; name: string; email: string; roles: Role[] };
export type TokenActor = {
  kind: "token";
  id: string;
  tenantId: string;
  name: string;
  verbs: TokenVerb[];
  /** Null: every service of the tenant. */
  serviceId: string | null;
  /** Null: every environment of the tenant. */
  environmentId: string | null;
};
/** A system whose webhook was verified, and the job that answers it. */
export type IntegrationActor = { kind: "integration"; id: string; tenantId: string; name: string };
/** Who acts: a signed-in person, a pipeline's token or an integration, always within one tenant. */
export type Actor = PersonActor | TokenActor | IntegrationActor;

/** An integration asks the gate and tells its answer; like a token it never signs, waives or manages. */
const OF_INTEGRATIONS: readonly Permission[] = ["read", "gate:evaluate", "deployment:answer"];

const pipeline: Permission[] = [...TOKEN_VERBS];
const signing: Permission[] = ["read", "gate:evaluate", "release:sign"];

const PERMISSIONS_OF_ROLE: Record<Role, readonly Permission[]> = {
  viewer: ["read"],
  engineer: [...pipeline, "incident:declare"],
  "release-engineer": [...pipeline, "rehearsal:remediate", "release:sign", "incident:declare"],
  "sre-on-call": [
    ...signing,
    "rehearsal:record",
    "rehearsal:remediate",
    "waiver:revoke",
    "incident:declare",
    "incident:resolve",
  ],
  "product-owner": signing,
  "change-board": [...signing, "waiver:grant", "waiver:revoke"],
  "incident-commander": ["read", "incident:declare", "incident:resolve", "rehearsal:record", "rehearsal:remediate"],
  // An admin runs the place; approving releases takes a role of its own, visibly granted.
  admin: [
    "read",
    "gate:evaluate",
    "service:manage",
    "environment:manage",
    "person:manage",
    "token:manage",
    "tenant:manage",
    "integration:manage",
  ],
};

/** Whether the actor may do this in its own tenant. Tokens: only their verbs, and never more than `TOKEN_VERBS`. */
export function can(actor: Actor, permission: Permission): boolean {
  if (actor.kind === "integration") return OF_INTEGRATIONS.includes(permission);
  if (actor.kind === "token") {
    const verbs: readonly string[] = actor.verbs;
    return verbs.includes(permission) && (TOKEN_VERBS as readonly string[]).includes(permission);
  }
  return actor.roles.some((role) => PERMISSIONS_OF_ROLE[role]?.includes(permission) ?? false);
}

/** Roles that carry a permission, for messages such as "needs release:sign, which change-board has". */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => PERMISSIONS_OF_ROLE[role].includes(permission));
}
