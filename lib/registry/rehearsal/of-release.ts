import { and, eq } from "drizzle-orm";
import { rehearsalSession } from "@/db/schema/rehearsal-programme";
import type { Actor } from "@/lib/core/access";
import { read } from "../read";
import { findReleaseByText } from "../release/find-by-text";
import { type FreshnessCell, freshnessAt } from "./freshness";
import { type SessionView, sessionViews } from "./sessions";

export type ReleaseRehearsal = { cell: FreshnessCell; session: SessionView | null; now: string };

/** How fresh the rehearsals are where a release goes, and the next session that is planned there. */
export async function rehearsalOfRelease(actor: Actor, releaseId: string): Promise<ReleaseRehearsal | null> {
  return read(actor, async (tx, now) => {
    const { service, environment } = await findReleaseByText(tx, actor, releaseId);
    const { services } = await freshnessAt(tx, actor.tenantId, now);
    const cells = services.find(({ id }) => id === service.id)?.cells;
    const cell = cells?.find(({ environmentId }) => environmentId === environment.id);
    const planned = and(
      eq(rehearsalSession.serviceId, service.id),
      eq(rehearsalSession.environmentId, environment.id),
      eq(rehearsalSession.state, "planned"),
    );
    const [session] = await sessionViews(tx, actor.tenantId, planned);
    return cell ? { cell, session: session ?? null, now: now.toISOString() } : null;
  });
}
