import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { notificationChannel, notificationPreference } from "@/db/schema/notification";
import { membership, person } from "@/db/schema/tenant";
import { unseal } from "@/db/seal";
import type { ChannelKind } from "@/lib/core/notification/channel";
import { USUAL_SCHEDULE } from "@/lib/core/notification/digest-time";
import { isHeldAt } from "../person/held";
import type { OutboxRow } from "./outbox";

/** Where a message goes at this moment; `none` where nobody may get it any more. */
export type Recipient =
  | { kind: "person"; name: string; email: string; timeZone: string }
  | { kind: "channel"; channel: ChannelKind; url: string; secret: string | null }
  | { kind: "none"; reason: string };

type Of = Pick<OutboxRow, "tenantId" | "recipientId" | "recipientKind" | "kind">;

/** Looked up again at each delivery: whoever was disabled or removed meanwhile is told nothing. */
export function recipientOf(tx: Tx, row: Of): Promise<Recipient> {
  return row.recipientKind === "person" ? personOf(tx, row) : channelOf(tx, row);
}

async function personOf(tx: Tx, { tenantId, recipientId }: Of): Promise<Recipient> {
  const [found] = await tx
    .select({
      name: person.name,
      email: person.email,
      disabledAt: person.disabledAt,
      timeZone: notificationPreference.timeZone,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .leftJoin(
      notificationPreference,
      and(eq(notificationPreference.tenantId, tenantId), eq(notificationPreference.personId, recipientId)),
    )
    .where(and(eq(membership.tenantId, tenantId), eq(membership.personId, recipientId), isHeldAt(null)))
    .limit(1);
  if (!found) return { kind: "none", reason: "This person is no longer a member." };
  if (found.disabledAt) return { kind: "none", reason: "This person is disabled." };
  const { name, email, timeZone } = found;
  return { kind: "person", name, email, timeZone: timeZone ?? USUAL_SCHEDULE.timeZone };
}

async function channelOf(tx: Tx, { tenantId, recipientId, kind }: Of): Promise<Recipient> {
  const [row] = await tx
    .select()
    .from(notificationChannel)
    .where(and(eq(notificationChannel.tenantId, tenantId), eq(notificationChannel.id, recipientId)));
  if (!row) return { kind: "none", reason: "This channel was removed." };
  // A test is how an admin finds out whether the channel can be enabled again.
  if (row.disabledAt && kind !== "test") return { kind: "none", reason: "This channel is disabled." };
  const { urlSealed, secretSealed } = row;
  const open = (sealed: string, field: string) => unseal(sealed, { tenantId, recordId: row.id, field });
  return {
    kind: "channel",
    channel: row.kind,
    url: open(urlSealed, "url"),
    secret: secretSealed === null ? null : open(secretSealed, "secret"),
  };
}
