import { and, eq, gt, isNull, lte } from "drizzle-orm";
import { transaction } from "@/db/client";
import { membership, person } from "@/db/schema/tenant";
import { dayText } from "@/lib/core/approval/day-text";
import { FIRST_WARNING_DAYS, warningDue } from "@/lib/core/approval/expiry";
import { notify } from "../notification/notify";

const DAY_MS = 86_400_000;

/** Tells who holds a role that ends, and the admins, a week and a day before. Once for each end, however often it runs. */
export async function warnOfRoleExpiry(tenantId: string, now: Date): Promise<void> {
  const soon = new Date(now.getTime() + FIRST_WARNING_DAYS * DAY_MS);
  await transaction({ tenantId }, async (tx) => {
    const ending = await tx
      .select({ personId: person.id, name: person.name, role: membership.role, validUntil: membership.validUntil })
      .from(membership)
      .innerJoin(person, eq(person.id, membership.personId))
      .where(
        and(
          eq(membership.tenantId, tenantId),
          gt(membership.validUntil, now),
          lte(membership.validUntil, soon),
          isNull(person.disabledAt),
        ),
      );
    for (const { personId, name, role, validUntil } of ending) {
      const days = validUntil && warningDue(validUntil, now);
      if (!days) continue;
      await notify(
        { tx, tenantId, now },
        {
          kind: "role-expiring",
          key: `role-expiring:${personId}:${role}:${validUntil.toISOString()}:${days}`,
          to: { people: [personId], roles: ["admin"] },
          serviceId: null,
          releaseId: null,
          title: `${name}'s role ${role} ends ${days === 1 ? "within a day" : `on ${dayText(validUntil)}`}`,
          verdict: null,
          reason: `It ends at ${validUntil.toISOString()} (UTC). From then on signatures in it count no more. An admin can extend it.`,
          path: `/settings/people?role=${role}`,
        },
      );
    }
  });
}
