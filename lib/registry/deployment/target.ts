import type { environment, service } from "@/db/schema/catalog";

/** What was deployed, and where to. */
export type DeploymentTarget = { service: typeof service.$inferSelect; environment: typeof environment.$inferSelect };
