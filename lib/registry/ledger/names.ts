import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import { release } from "@/db/schema/release";
import { person } from "@/db/schema/tenant";
import type { Actor } from "@/lib/core/access";
import { isRecordId } from "../record-id";

/** Names of the releases and people among these records, by id. */
export async function recordNames(tx: Tx, actor: Actor, ids: string[]): Promise<Map<string, string>> {
  const known = [...new Set(ids)].filter(isRecordId);
  if (known.length === 0) return new Map();
  const releases = await tx
    .select({ id: release.id, version: release.version, service: service.slug })
    .from(release)
    .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
    .where(and(eq(release.tenantId, actor.tenantId), inArray(release.id, known)));
  const people = await tx.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, known));
  return new Map([
    ...releases.map(({ id, version, service: slug }) => [id, `${slug} ${version}`] as const),
    ...people.map(({ id, name }) => [id, name] as const),
  ]);
}
