import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { calendarFeed } from "@/db/schema/rehearsal-programme";
import { DomainError } from "@/lib/core/errors";
import { feedFile, feedSecretHash } from "@/lib/core/rehearsal/feed-address";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { randomText } from "../random-text";

const SECRET_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Makes the person's own address of the rehearsal calendar; one made before ends. It is returned once and kept nowhere. */
export const createFeed = command({
  name: "calendar-feed.create",
  permission: "read",
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const person = requirePerson(actor);
    const own = and(eq(calendarFeed.tenantId, person.tenantId), eq(calendarFeed.personId, person.id));
    const [ended] = await tx
      .update(calendarFeed)
      .set({ revokedAt: now })
      .where(and(own, isNull(calendarFeed.revokedAt)))
      .returning({ id: calendarFeed.id });
    const [id, secret] = [newId(now), randomText(SECRET_ALPHABET, 43)];
    const row = {
      tenantId: person.tenantId,
      id,
      personId: person.id,
      secretHash: feedSecretHash(secret),
      createdAt: now,
    };
    const stored = await tx.insert(calendarFeed).values(row).onConflictDoNothing().returning({ id: calendarFeed.id });
    if (stored.length === 0)
      throw new DomainError("conflict", "Another address is being made for you. Reload the page.");
    return {
      value: { id, file: feedFile({ id, secret }) },
      record: {
        kind: "calendar-feed",
        subjects: [id, person.id],
        data: { feed: id, person: person.id, replaced: ended?.id ?? null },
      },
    };
  },
});
