import type { Tx } from "@/db/client";
import { incident } from "@/db/schema/incident";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import type { TimelineEntry } from "@/lib/core/incident/entry";
import { requireReach } from "../../actor-columns";
import { read } from "../../read";
import { isRecordId } from "../../record-id";
import { incidentKey } from "../find";
import { entriesAfter } from "./entries";

/** A piece of a timeline. Whoever has all up to `lastSequence` has all that there is. */
export type TimelinePage = { entries: TimelineEntry[]; lastSequence: number; now: string };

/** The most that one answer holds: a reader goes on from the last sequence that it has. */
export const LARGEST_TIMELINE_PAGE = 500;

/** Entries of a timeline after the sequence that the reader has, in order. `not_found` for another tenant's incident. */
export async function timelineOf(
  actor: Actor,
  incidentId: string,
  { after = 0, limit = LARGEST_TIMELINE_PAGE }: { after?: number; limit?: number } = {},
): Promise<TimelinePage> {
  return read(actor, async (tx, now) => {
    const lastSequence = await lastSequenceOf(tx, actor, incidentId);
    const entries =
      after < lastSequence ? await entriesAfter(tx, { tenantId: actor.tenantId, incidentId, after, limit }) : [];
    // One that was appended between the two statements is here already.
    return { entries, lastSequence: Math.max(lastSequence, entries.at(-1)?.sequence ?? 0), now: now.toISOString() };
  });
}

/** The last place taken on a timeline; `not_found`, or `forbidden` for a token that is limited to another service. */
async function lastSequenceOf(tx: Tx, actor: Actor, incidentId: string): Promise<number> {
  const [row] = isRecordId(incidentId)
    ? await tx
        .select({ lastSequence: incident.lastSequence, serviceId: incident.serviceId })
        .from(incident)
        .where(incidentKey(actor, incidentId))
    : [];
  if (!row) throw new DomainError("not_found", "There is no such incident.");
  requireReach(actor, { serviceId: row.serviceId });
  return row.lastSequence;
}
