import { and, eq, isNull } from "drizzle-orm";
import { calendarFeed } from "@/db/schema/rehearsal-programme";
import type { PersonActor } from "@/lib/core/access";
import { read } from "../read";

export type OwnFeed = { id: string; createdAt: string; lastUsedAt: string | null; now: string };

/** The reader's own calendar address that stands, of which the secret is known to nobody here; null without one. */
export async function ownFeed(actor: PersonActor): Promise<OwnFeed | null> {
  return read(actor, async (tx, now) => {
    const [row] = await tx
      .select()
      .from(calendarFeed)
      .where(
        and(
          eq(calendarFeed.tenantId, actor.tenantId),
          eq(calendarFeed.personId, actor.id),
          isNull(calendarFeed.revokedAt),
        ),
      );
    if (!row) return null;
    const { id, createdAt, lastUsedAt } = row;
    return {
      id,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      now: now.toISOString(),
    };
  });
}
