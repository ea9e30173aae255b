import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { incident, incidentService } from "@/db/schema/incident";
import { invalid } from "@/lib/core/errors";
import { serviceBySlug } from "../catalog";
import { command } from "../command";
import { servicesData } from "./affect-more";
import { appendEntry } from "./append-entry";
import { slugs } from "./fields";
import { type IncidentRow, incidentKey } from "./find";
import { holdIncident, incidentRecord } from "./hold";
import { affect, affectedServices } from "./services";
import { tellChanged } from "./tell";

/**
 * Sets which services an incident affects: it blocks the gates of exactly these where its severity does. Where the one
 * that it was declared on is not among them, the first named stands for it from then on.
 */
export const setAffectedServices = command({
  name: "incident.set-affected-services",
  permission: "incident:command",
  input: z.strictObject({ incidentId: z.uuid(), services: slugs.min(1, "name at least one service") }),
  async run(command, { incidentId, services: wanted }) {
    const { row, scope } = await holdIncident(command, incidentId, "unended");
    const { tx, actor } = scope;
    const after: { id: string; slug: string }[] = [];
    for (const slug of new Set(wanted)) after.push(await serviceBySlug(tx, actor, slug));
    const first = after[0];
    if (!first) throw invalid("services", "name at least one service");
    const before = await affectedServices(tx, row);
    const added = after.filter(({ id }) => !before.some((each) => each.id === id));
    const removed = before.filter(({ id }) => !after.some((each) => each.id === id));
    const value = { id: row.id, services: after.map(({ slug }) => slug) };
    if (added.length + removed.length === 0) return { value, record: "unchanged" };
    await affect(tx, row, added);
    await remove(tx, row, removed);
    if (!after.some(({ id }) => id === row.serviceId)) {
      await tx.update(incident).set({ serviceId: first.id }).where(incidentKey(actor, row.id));
    }
    const data = { added: added.map(({ slug }) => slug), removed: removed.map(({ slug }) => slug) };
    const text = textOf(data);
    const entry = { kind: "services", text, data: servicesData(before, after) } as const;
    const { sequence } = await appendEntry(scope, row.id, entry);
    await tellChanged(scope, row, { sequence, text });
    const touched = [...added, ...removed].map(({ id }) => id);
    return { value, record: incidentRecord(row, { ...data, services: value.services }, touched) };
  },
});

async function remove(tx: Tx, { tenantId, id }: IncidentRow, services: { id: string }[]): Promise<void> {
  if (services.length === 0) return;
  await tx.delete(incidentService).where(
    and(
      eq(incidentService.tenantId, tenantId),
      eq(incidentService.incidentId, id),
      inArray(
        incidentService.serviceId,
        services.map((each) => each.id),
      ),
    ),
  );
}

function textOf({ added, removed }: { added: string[]; removed: string[] }): string {
  const parts = [
    added.length > 0 ? `It affects ${added.join(", ")} too.` : "",
    removed.length > 0 ? `It does not affect ${removed.join(", ")}.` : "",
  ];
  return parts.filter(Boolean).join(" ");
}
