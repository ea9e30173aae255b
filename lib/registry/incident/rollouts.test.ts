import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { transaction } from "@/db/client";
import type { Rollout } from "@/lib/core/incident/attribution";
import { attributionsOf, numbersOf } from "@/lib/core/incident/comparison";
import { History } from "@/lib/testing/readiness-history";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, type TestTenant } from "@/lib/testing/tenant";
import { createService } from "../service/create";
import { observe } from "./observe";

openDatabase();
const HOUR = 3_600_000;
const from = Date.parse("2026-07-01T00:00:00Z");
const at = (hours: number) => new Date(from + hours * HOUR);
const SPAN = 400;
let tenant: TestTenant;
const rollouts: Rollout[] = [];

/** The same numbers every time, which look like any. */
let state = 7;
const draw = (most: number) => {
  state = (state * 48_271) % 2_147_483_647;
  return state % most;
};

beforeAll(async () => {
  tenant = await newTenant();
  const jobs = await createService({ actor: tenant.admin }, { slug: "jobs", name: "Jobs", owner: "platform" });
  const { rows } = await transaction(tenant, (tx) =>
    tx.execute<{ id: string; production: boolean }>(sql`select id, is_production as production from environment`),
  );
  const environmentOf = (production: boolean) => rows.find((row) => row.production === production)?.id ?? "";
  const services = [tenant.service, { id: jobs.id, slug: "jobs" }] as const;
  const history = new History(tenant);
  for (let index = 0; index < 60; index += 1) {
    const service = services[draw(2)] ?? services[0];
    const isProduction = draw(5) > 0;
    // Whole hours, so that rollouts and incidents meet at the same instant and at the window's very end.
    const when = at(draw(2 * SPAN) - SPAN);
    const place = { serviceId: service.id, environmentId: environmentOf(isProduction) };
    const id = await history.release(place, new Date(when.getTime() - HOUR));
    await history.rollOut(id, when, null);
    if (isProduction) rollouts.push({ releaseId: id, service: service.slug, at: when });
  }
  for (let index = 0; index < 60; index += 1) {
    const affected = draw(3) === 0 ? services : [services[draw(2)] ?? services[0]];
    const cause = draw(8) === 0 ? (rollouts[draw(rollouts.length)]?.releaseId ?? null) : null;
    await insertIncident(index + 1, at(draw(2 * SPAN) - SPAN), affected, cause);
  }
});

async function insertIncident(number: number, when: Date, services: readonly { id: string }[], cause: string | null) {
  await transaction(tenant, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into incident (tenant_id, id, number, service_id, severity, title, detected_at, declared_at, cause_release_id,
        by_kind, by_id, by_name)
      values (${tenant.tenantId}, gen_random_uuid(), ${number}, ${services[0]?.id}, 'sev2', 'Errors', ${when.toISOString()},
        ${when.toISOString()}, ${cause}, 'system', gen_random_uuid(), 'Readiness') returning id`);
    for (const { id } of services) {
      await tx.execute(sql`insert into incident_service values (${tenant.tenantId}, ${rows[0]?.id}, ${id})`);
    }
  });
}

it.each([1, 6, 24, 300])(
  "reading only rollouts near an incident puts each down to what all rollouts together would, with a window of %d hours",
  async (windowHours) => {
    const period = { from: at(0), until: at(SPAN), previous: { from: at(-SPAN), until: at(0) } };
    for (const service of [undefined, "jobs", tenant.service.slug]) {
      const observed = await transaction(tenant, (tx) =>
        observe(tx, tenant.tenantId, { period, filter: { service }, windowHours }),
      );
      const whole = { incidents: observed.incidents, rollouts, windowHours, service };
      const causes = (of: typeof observed) =>
        attributionsOf(of).map(({ incident, attribution }) => ({ id: incident.id, ...attribution }));
      expect(causes(observed)).toEqual(causes(whole));
      expect(causes(observed).length).toBeGreaterThan(0);
      for (const span of [{ from: period.from, until: period.until }, period.previous]) {
        expect(numbersOf(observed, span)).toEqual(numbersOf(whole, span));
      }
    }
  },
);
