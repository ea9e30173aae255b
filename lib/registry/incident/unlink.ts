import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { incidentLink } from "@/db/schema/incident";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";
import { appendEntry } from "./append-entry";
import { lockIncident } from "./find";
import { incidentRecord } from "./hold";
import { linkData } from "./link";

/** Takes a link away. The timeline keeps that it was there. */
export const unlinkIncident = command({
  name: "incident.unlink",
  permission: "incident:note",
  input: z.strictObject({ incidentId: z.uuid(), linkId: z.uuid() }),
  async run({ tx, actor, readClock }, { incidentId, linkId }) {
    const row = await lockIncident(tx, actor, incidentId);
    const key = and(eq(incidentLink.tenantId, row.tenantId), eq(incidentLink.id, linkId));
    const [link] = await tx
      .select()
      .from(incidentLink)
      .where(and(key, eq(incidentLink.incidentId, row.id)));
    if (!link) throw new DomainError("not_found", "This incident has no such link.");
    if (link.removedAt) return { value: { id: link.id }, record: "unchanged" };
    const now = await readClock();
    await tx.update(incidentLink).set({ removedAt: now }).where(key);
    const data = linkData(link.kind, link, true);
    await appendEntry({ tx, actor, now }, row.id, { kind: "link", text: `Unlinked: ${link.label}`, data });
    const subjects = link.targetId ? [link.targetId] : [];
    return { value: { id: link.id }, record: incidentRecord(row, { link: link.id, ...data }, subjects) };
  },
});
