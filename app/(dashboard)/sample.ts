import type { Viewer } from "@/lib/auth/actor";

/** Whoever runs the sample tenant, or has another tenant to go on in, may remove it. */
export function mayRemoveSample({ actor, memberships, tenant }: Viewer): boolean {
  return tenant.sample && (actor.roles.includes("admin") || memberships.length > 1);
}
