import { sql } from "drizzle-orm";
import { delegation } from "@/db/schema/approval";
import { membership } from "@/db/schema/tenant";
import type { Role } from "@/lib/core/access";

/**
 * Beside a membership: the roles that are lent to its person now. Whether the lender still holds each is judged at
 * signing: it cannot be seen here, where only the person's own rows can be read.
 */
export const lentRoles = sql<Role[]>`array(select distinct ${delegation.role} from ${delegation}
  where ${delegation.tenantId} = ${membership.tenantId} and ${delegation.toId} = ${membership.personId}
    and ${delegation.revokedAt} is null and ${delegation.startsAt} <= clock_timestamp()
    and ${delegation.endsAt} > clock_timestamp())`;
