import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { calendarFeed } from "@/db/schema/rehearsal-programme";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";

/** Ends the person's own address at once; nobody else's. */
export const revokeFeed = command({
  name: "calendar-feed.revoke",
  permission: "read",
  input: z.strictObject({ feedId: z.uuid() }),
  async run({ tx, actor, now }, { feedId }) {
    const person = requirePerson(actor);
    const key = and(
      eq(calendarFeed.tenantId, person.tenantId),
      eq(calendarFeed.id, feedId),
      eq(calendarFeed.personId, person.id),
    );
    const ended = await tx
      .update(calendarFeed)
      .set({ revokedAt: now })
      .where(and(key, isNull(calendarFeed.revokedAt)))
      .returning({ id: calendarFeed.id });
    if (ended.length === 0) throw new DomainError("not_found", "You have no such address.");
    return {
      value: { id: feedId },
      record: {
        kind: "calendar-feed",
        subjects: [feedId, person.id],
        data: { feed: feedId, person: person.id, revoked: true },
      },
    };
  },
});
