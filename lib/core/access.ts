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
  "incident:note",
  "incident:resolve",
  "incident:command",
  "incident:configure",
  "postmortem:write",
  "postmortem:publish",
  "review:manage",
  "review:sign",
  "release:sign",
  "release:verify",
  "waiver:request",
  "waiver:grant",
  "waiver:revoke",
  "approval:delegate",
  "calendar:manage",
  "freeze:override",
  "break-glass:request",
  "break-glass:confirm",
  "deployment:report",
  "deployment:explain",
  "action-item:manage",
  "rehearsal:plan",
  "catalogue:manage",
  "notification:manage",
  "service:manage",
  "environment:manage",
  "person:manage",
  "token:manage",
  "tenant:manage",
  "integration:manage",
  "deployment:answer",
  "action-item:sync",
  "system:run",
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
  "deployment:report",
  "incident:declare",
  "incident:note",
  "incident:resolve",
  "postmortem:write",
  "action-item:manage",
] as const satisfies readonly Permission[];
export type TokenVerb = (typeof TOKEN_VERBS)[number];

export type PersonActor = {
  kind: "person";
  id: string;
  tenantId: string;
  name: string;
  email: string;
  roles: Role[];
  /** Lent by others while they are away: good for signing on their behalf, and for nothing else. */
  delegatedRoles?: Role[];
};
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
/** Readiness itself, in its background jobs: what follows of itself from what somebody did. */
export type SystemActor = { kind: "system"; id: string; tenantId: string; name: string };
/** Who acts: a signed-in person, a pipeline's token, an integration or a background job, always within one tenant. */
export type Actor = PersonActor | TokenActor | IntegrationActor | SystemActor;

/** An integration asks the gate, tells its answer and follows issues; like a token it never signs, waives or manages. */
const OF_INTEGRATIONS: readonly Permission[] = ["read", "gate:evaluate", "deployment:answer", "action-item:sync"];
/** Background jobs only carry on what people and pipelines began. */
const OF_SYSTEM: readonly Permission[] = ["read", "system:run"];

/** Resolving is not everybody's: an open Sev1 blocks the gate. */
const pipeline: Permission[] = TOKEN_VERBS.filter((verb) => verb !== "incident:resolve");
const following: Permission[] = ["waiver:request", "action-item:manage", "incident:note", "postmortem:write"];
const signing: Permission[] = [
  "read",
  "gate:evaluate",
  "release:sign",
  "approval:delegate",
  "freeze:override",
  ...following,
];

const PERMISSIONS_OF_ROLE: Record<Role, readonly Permission[]> = {
  viewer: ["read"],
  engineer: [...pipeline, ...following],
  "release-engineer": [
    ...pipeline,
    ...signing,
    "rehearsal:remediate",
    "rehearsal:plan",
    "release:verify",
    "break-glass:request",
    "deployment:explain",
    "catalogue:manage",
  ],
  "sre-on-call": [
    ...signing,
    // Whoever is on call takes a release back.
    "release:advance",
    "rehearsal:record",
    "rehearsal:remediate",
    "rehearsal:plan",
    "release:verify",
    "break-glass:request",
    "break-glass:confirm",
    "deployment:explain",
    "catalogue:manage",
    "waiver:revoke",
    "incident:declare",
    "incident:resolve",
    "incident:command",
    "postmortem:publish",
  ],
  "product-owner": signing,
  "change-board": [
    ...signing,
    "release:verify",
    "waiver:grant",
    "waiver:revoke",
    "break-glass:confirm",
    "deployment:explain",
    "calendar:manage",
    "incident:configure",
    "review:manage",
    "review:sign",
  ],
  "incident-commander": [
    "read",
    ...following,
    "freeze:override",
    "break-glass:request",
    "break-glass:confirm",
    "deployment:explain",
    "incident:declare",
    "incident:resolve",
    "incident:command",
    "postmortem:publish",
    "review:manage",
    "rehearsal:record",
    "rehearsal:remediate",
    "rehearsal:plan",
  ],
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
    "calendar:manage",
    "catalogue:manage",
    "notification:manage",
    "rehearsal:plan",
    "incident:configure",
  ],
};

/** Whether the actor may do this in its own tenant. Tokens: only their verbs, and never more than `TOKEN_VERBS`. */
export function can(actor: Actor, permission: Permission): boolean {
  if (actor.kind === "integration") return OF_INTEGRATIONS.includes(permission);
  if (actor.kind === "system") return OF_SYSTEM.includes(permission);
  if (actor.kind === "token") {
    const verbs: readonly string[] = actor.verbs;
    return verbs.includes(permission) && (TOKEN_VERBS as readonly string[]).includes(permission);
  }
  if (permission === "release:sign" && (actor.delegatedRoles ?? []).length > 0) return true;
  return actor.roles.some((role) => PERMISSIONS_OF_ROLE[role]?.includes(permission) ?? false);
}

/** The actor without what others have lent: for what has to be done in one's own right. */
export function inOwnRight(actor: Actor): Actor {
  return actor.kind === "person" ? { ...actor, delegatedRoles: [] } : actor;
}

/** Roles that carry a permission, for messages such as "needs release:sign, which change-board has". */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => PERMISSIONS_OF_ROLE[role].includes(permission));
}
