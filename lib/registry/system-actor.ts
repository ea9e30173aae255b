import type { SystemActor } from "@/lib/core/access";

/** Of every tenant's background jobs: no person, token or integration has this id. */
export const SYSTEM_ID = "00000000-0000-7000-8000-000000000000";

/** Readiness itself, as the one who acts in a tenant's background jobs. */
export const systemActor = (tenantId: string): SystemActor => ({
  kind: "system",
  id: SYSTEM_ID,
  tenantId,
  name: "Readiness",
});
