import { sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { newId } from "@/lib/registry/id";
import type { TestTenant } from "./tenant";

export type Place = { serviceId: string; environmentId: string };
export type WrittenSuite = { name: string; status: string; durationSeconds: number | null; flaky: number };
export type Facts = {
  releases: (Place & { id: string; createdAt: Date; releasedAt: Date | null; leadSeconds: number | null })[];
  decisions: { id: string; releaseId: string; at: Date; approves: boolean }[];
  runs: (Place & { at: Date; passed: boolean; suites: WrittenSuite[] })[];
};

const by = sql`'system', ${"00000000-0000-7000-8000-000000000000"}, 'Readiness'`;
const TESTS = { total: 110, passed: 98, failed: 2, skipped: 10 };

/** Writes rows of fact at any time, as no command would let a test do, and remembers them to be counted by hand. */
export class History {
  readonly facts: Facts = { releases: [], decisions: [], runs: [] };

  constructor(private readonly tenant: TestTenant) {}

  private write(statement: ReturnType<typeof sql>): Promise<unknown> {
    return transaction({ tenantId: this.tenant.tenantId }, (tx) => tx.execute(statement));
  }

  async release(place: Place, createdAt: Date): Promise<string> {
    const id = newId(createdAt);
    await this.write(sql`insert into release (tenant_id, id, service_id, environment_id, version, commit, stage,
        stage_status, created_at, by_kind, by_id, by_name)
      values (${this.tenant.tenantId}, ${id}, ${place.serviceId}, ${place.environmentId}, ${`v-${id}`}, 'abc', 'approval',
        'succeeded', ${createdAt.toISOString()}, ${by})`);
    this.facts.releases.push({ ...place, id, createdAt, releasedAt: null, leadSeconds: null });
    return id;
  }

  /** The rollout of a release succeeds, perhaps once more and at another time. */
  async rollOut(releaseId: string, releasedAt: Date, leadSeconds: number | null): Promise<void> {
    const at = releasedAt.toISOString();
    await this.write(sql`update release set stage = 'production', settled_at = ${at}, released_at = ${at},
      lead_time_seconds = ${leadSeconds} where tenant_id = ${this.tenant.tenantId} and id = ${releaseId}`);
    await this.write(sql`insert into stage_event (tenant_id, id, release_id, stage, status, at, by_kind, by_id, by_name)
      values (${this.tenant.tenantId}, ${newId(releasedAt)}, ${releaseId}, 'production', 'succeeded', ${at}, ${by})`);
    const release = this.facts.releases.find(({ id }) => id === releaseId);
    if (release) Object.assign(release, { releasedAt, leadSeconds });
  }

  async decide(releaseId: string, at: Date, approves: boolean): Promise<void> {
    const id = newId(at);
    await this.write(sql`insert into decision (tenant_id, id, release_id, verdict, body, facts_digest, trace_id, decided_at,
        by_kind, by_id, by_name)
      values (${this.tenant.tenantId}, ${id}, ${releaseId}, ${approves ? "approve" : "reject"}, '{}', '-', '-',
        ${at.toISOString()}, ${by})`);
    await this.write(sql`update release set last_verdict = ${approves ? "approve" : "reject"}, last_decision_id = ${id},
      last_decided_at = ${at.toISOString()} where tenant_id = ${this.tenant.tenantId} and id = ${releaseId}
      and (last_decided_at is null or last_decided_at < ${at.toISOString()})`);
    this.facts.decisions.push({ id, releaseId, at, approves });
  }

  async run(
    { serviceId, environmentId }: Place,
    at: Date,
    passed: boolean,
    suites: WrittenSuite[] = [],
  ): Promise<void> {
    const id = newId(at);
    const model = { suites: suites.map(({ flaky, ...suite }) => ({ ...suite, tests: { ...TESTS, flaky } })) };
    await this.write(sql`insert into scorecard (tenant_id, id, service_id, environment_id, commit, run_id, digest,
        overall_passed, document, model, generated_at, received_at, by_kind, by_id, by_name)
      values (${this.tenant.tenantId}, ${id}, ${serviceId}, ${environmentId}, 'abc', ${id}, '-', ${passed}, '{}',
        ${JSON.stringify(model)}, ${at.toISOString()}, ${at.toISOString()}, ${by})`);
    this.facts.runs.push({ serviceId, environmentId, at, passed, suites });
  }
}
