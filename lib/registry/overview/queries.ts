import { and, asc, gt, isNull, lte } from "drizzle-orm";
import { waiver } from "@/db/schema/decision";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { byUrgency } from "@/lib/core/rehearsal/agenda";
import { read } from "../read";
import { type FreshnessCell, freshnessByService } from "../rehearsal/freshness";
import { EXPIRING_DAYS, type WaiverSummary, waiverRows, waiverSummary } from "../waiver/queries";
import { newestReleases } from "./newest-releases";

const SOON_MS = EXPIRING_DAYS * 86_400_000;
const MOST_WAIVERS = 50;

/** Waivers in force that expire within a week on what can still ship, the next one first. */
export async function expiringWaivers(actor: Actor): Promise<{ waivers: WaiverSummary[]; now: string }> {
  return read(actor, async (tx, now) => {
    const soon = new Date(now.getTime() + SOON_MS);
    const inForce = and(isNull(waiver.revokedAt), isNull(waiver.supersededById), gt(waiver.expiresAt, now));
    const rows = await waiverRows(tx, actor, and(inForce, lte(waiver.expiresAt, soon), isNull(release.endedAt)))
      .orderBy(asc(waiver.expiresAt), asc(waiver.id))
      .limit(MOST_WAIVERS);
    return { waivers: rows.map((row) => waiverSummary(row, now)), now: now.toISOString() };
  });
}

export type RehearsalNeed = FreshnessCell & { service: string; serviceName: string };

/** Rehearsals due soon, overdue, failed or never done, where there was a release or is a programme, if the policy asks. */
export async function rehearsalNeeds(actor: Actor): Promise<{ needs: RehearsalNeed[]; now: string }> {
  const [freshness, released] = await Promise.all([freshnessByService(actor), releasedPlaces(actor)]);
  const { services, required, now } = freshness;
  const needs = services.flatMap(({ slug, name, cells }) =>
    cells
      .filter(({ indicator }) => indicator.word !== "fresh")
      .filter(({ programme, environment: place }) => programme !== null || released.has(`${slug} ${place}`))
      .map((cell) => ({ ...cell, service: slug, serviceName: name })),
  );
  return { needs: required ? needs.toSorted(inOrder) : [], now };
}

/** Pairs of service and environment that ever had a release; elsewhere there is nothing to roll back. */
async function releasedPlaces(actor: Actor): Promise<Set<string>> {
  return read(actor, async (tx) => {
    const rows = await newestReleases(tx, actor.tenantId);
    return new Set(rows.map((row) => `${row.service} ${row.environment}`));
  });
}

const inOrder = (one: RehearsalNeed, other: RehearsalNeed): number =>
  byUrgency(one.indicator, other.indicator) || one.service.localeCompare(other.service);
