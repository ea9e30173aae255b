import { gt, isNull, or, type SQL, sql } from "drizzle-orm";
import { membership } from "@/db/schema/tenant";

/** That a membership's role is held at an instant, or at this moment on the database's clock. */
export function isHeldAt(at: Date | null = null): SQL | undefined {
  return or(isNull(membership.validUntil), gt(membership.validUntil, at ?? sql`clock_timestamp()`));
}
