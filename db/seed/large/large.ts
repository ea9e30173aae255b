import { sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import type { PersonActor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { countSome } from "@/lib/registry/readiness/count-due";
import { largeSampleId } from "@/lib/registry/tenant/remove-sample";
import { writeRehearsals, writeScorecards } from "./evidence";
import { incidentInserts, writeActionItems } from "./incidents";
import { type Batch, type LargePlan, plannedBatch } from "./plan";
import { writeDecisions, writeReleases, writeStages, writeWaivers } from "./releases";
import { foundLarge, type LargeAdmin } from "./world";

export type LargeOptions = {
  releases: number;
  services: number;
  years: number;
  now: Date;
  log(line: string): void;
  /** Measures the tables for the query planner, who would think of them as empty for a while. */
  analyse(): Promise<void>;
};
export type LargeSample = LargeAdmin & { tenantId: string; actor: PersonActor };

const BATCH = 5_000;
const YEAR_MS = 365 * 86_400_000;

/**
 * Writes the labelled tenant "Large sample" with so many releases, spread over the years up to `now`, straight into the
 * tables: what commands would take days for. Its rows fit each other and are the same whenever they are made for the
 * same instant; its ledger holds only how it was founded. Throws `conflict` where there is one already.
 */
export async function seedLarge({ releases, services, years, now, log, analyse }: LargeOptions): Promise<LargeSample> {
  if (await largeSampleId()) {
    throw new DomainError("conflict", "There is a large sample already. Remove it first: --remove.");
  }
  const from = new Date(now.getTime() - years * YEAR_MS);
  const world = await foundLarge({ at: from, services });
  const plan: LargePlan = { tenantId: world.tenantId, releases, from, until: now };
  for (let first = 1; first <= releases; first += BATCH) {
    await writeBatch(plan, { first, last: Math.min(first + BATCH - 1, releases) }, world.actor);
    log(`${Math.min(first + BATCH - 1, releases)} of ${releases} releases`);
    if (first === 1) await analyse();
  }
  await transaction(plan, async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(writeRehearsals(plan));
    await tx.execute(writeActionItems(plan, world.actor));
  });
  await analyse();
  log("Counting the days …");
  while ((await countSome(plan.tenantId)) > 0);
  await analyse();
  return world;
}

/** In one statement, because the role of the application makes no tables of its own, not even for a while. */
async function writeBatch(plan: LargePlan, batch: Batch, admin: PersonActor): Promise<void> {
  await transaction(plan, async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`with ${plannedBatch(plan, batch)},
      releases as (${writeReleases(plan)}),
      stages as (${writeStages(plan)}),
      runs as (${writeScorecards(plan)}),
      decisions as (${writeDecisions(plan)}),
      waivers as (${writeWaivers(plan, admin)}),
      ${incidentInserts(plan)}
      select 1`);
  });
}
