import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import { incidentReference } from "@/lib/core/incident/model";
import {
  type PostmortemContent,
  type PostmortemDocument,
  type PostmortemFacts,
  postmortemSchema,
} from "@/lib/core/incident/postmortem/model";
import { prefilledContent } from "@/lib/core/incident/postmortem/prefill";
import type { IncidentRow } from "../incident/find";
import { linksOf } from "../incident/link-views";
import { timelineEntries } from "../incident/timeline/entries";
import { lastCommander } from "./commander";

/** What the incident itself says. One that came from elsewhere keeps the name that it had there. */
export async function factsOf(tx: Tx, row: IncidentRow, importedReference: string | null): Promise<PostmortemFacts> {
  const [named] = await tx
    .select({ slug: service.slug })
    .from(service)
    .where(and(eq(service.tenantId, row.tenantId), eq(service.id, row.serviceId)));
  return {
    incident: importedReference ?? incidentReference(row.number),
    title: row.title.replace(/[\r\n]+/g, " ").trim(),
    service: named?.slug ?? "",
    severity: row.severity,
    declared: row.declaredAt.toISOString(),
    started: row.startedAt?.toISOString() ?? null,
    detected: row.detectedAt.toISOString(),
    acknowledged: row.acknowledgedAt?.toISOString() ?? null,
    mitigated: row.mitigatedAt?.toISOString() ?? null,
    resolved: row.resolvedAt?.toISOString() ?? null,
  };
}

export const documentOf = (facts: PostmortemFacts, content: PostmortemContent): PostmortemDocument =>
  postmortemSchema.parse({ ...facts, ...content });

/** What a draft begins with: commander, impact, links and timeline of its incident. */
export async function firstContent(tx: Tx, row: IncidentRow): Promise<PostmortemContent> {
  const links = await linksOf(tx, row.tenantId, [row.id]);
  return prefilledContent({
    detectedAt: row.detectedAt,
    commander: (await lastCommander(tx, row))?.name ?? null,
    impact: row.impact,
    entries: await timelineEntries(tx, row.tenantId, row.id),
    artifacts: links.map(({ kind, label, href }) => (kind === "url" ? `${label} (${href})` : label)),
  });
}
