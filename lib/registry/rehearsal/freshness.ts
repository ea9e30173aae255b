import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import type { RehearsalFact } from "@/lib/core/gate/facts";
import { type RehearsalFreshness, rehearsalFreshness } from "@/lib/core/rehearsal/freshness";
import { type FreshnessIndicator, freshnessIndicator } from "@/lib/core/rehearsal/indicator";
import { type NextDue, nextDue } from "@/lib/core/rehearsal/programme";
import { policyInForce } from "../gate/policy";
import { read } from "../read";
import { type ProgrammeView, placeKey, productionPlaces, standingProgrammes } from "./programmes";

export type FreshnessCell = RehearsalFreshness & {
  environmentId: string;
  environment: string;
  latestId: string | null;
  /** By the place's programme, or by the policy's age limit alone. */
  due: NextDue | null;
  indicator: FreshnessIndicator;
  programme: ProgrammeView | null;
  /** Whether rehearsals are expected here: there is a programme, or something runs in production. */
  isExpected: boolean;
};
export type FreshnessView = {
  /** Null: no policy says how old a rehearsal may be, so nothing can be judged. */
  maxAgeDays: number | null;
  required: boolean;
  environments: string[];
  services: { id: string; slug: string; name: string; cells: FreshnessCell[] }[];
  now: string;
};

/** How fresh the rollback rehearsals of each service are in each environment, by the policy in force. */
export async function freshnessByService(actor: Actor): Promise<FreshnessView> {
  return read(actor, (tx, now) => freshnessAt(tx, actor.tenantId, now));
}

/** The same within a transaction, judged now. */
export const freshnessAt = (tx: Tx, tenantId: string, now: Date): Promise<FreshnessView> =>
  freshnessAsOf(tx, tenantId, now, null);

/** The same as it stood at an instant in the past, by the policy of today: from what had been done by then. */
export const freshnessBackAt = (tx: Tx, tenantId: string, at: Date): Promise<FreshnessView> =>
  freshnessAsOf(tx, tenantId, at, at);

async function freshnessAsOf(tx: Tx, tenantId: string, now: Date, asOf: Date | null): Promise<FreshnessView> {
  const policy = (await policyInForce(tx, tenantId))?.policy ?? null;
  const services = await tx.select().from(service).where(eq(service.tenantId, tenantId)).orderBy(service.slug);
  const places = await tx
    .select()
    .from(environment)
    .where(eq(environment.tenantId, tenantId))
    .orderBy(environment.position);
  const { rows } = await tx.execute<DecidingRow>(decidingRehearsals(tenantId, { asOf }));
  const programmes = await standingProgrammes(tx, tenantId, asOf);
  const production = await productionPlaces(tx, tenantId, asOf);
  const cellOf = (serviceId: string, place: { id: string; slug: string }): FreshnessCell => {
    const here = rows.filter((row) => row.service_id === serviceId && row.environment_id === place.id);
    const key = placeKey({ serviceId, environmentId: place.id });
    const programme = programmes.get(key) ?? null;
    const freshness = policy ? rehearsalFreshness(here.map(factOf), policy.maxRehearsalAgeDays, now) : UNJUDGED;
    const due = policy ? dueOf(programme, freshness, policy.maxRehearsalAgeDays) : null;
    return {
      ...freshness,
      environmentId: place.id,
      environment: place.slug,
      latestId: here.toSorted((one, other) => other.finished_ms - one.finished_ms)[0]?.id ?? null,
      due,
      indicator: freshnessIndicator(freshness, due, now),
      programme,
      isExpected: programme !== null || production.has(key),
    };
  };
  return {
    maxAgeDays: policy?.maxRehearsalAgeDays ?? null,
    required: policy?.requireRehearsal ?? false,
    environments: places.map(({ slug }) => slug),
    services: services.map(({ id, slug, name }) => ({
      id,
      slug,
      name,
      cells: places.map((place) => cellOf(id, place)),
    })),
    now: now.toISOString(),
  };
}

function dueOf(
  programme: ProgrammeView | null,
  { lastPassedAt }: RehearsalFreshness,
  maxAgeDays: number,
): NextDue | null {
  const standing = programme && { cadence: programme.cadence, since: new Date(programme.since) };
  return nextDue(standing, lastPassedAt === null ? null : new Date(lastPassedAt), maxAgeDays);
}

type Place = { serviceId: string; environmentId: string };

/** The same for one service in one environment. */
export async function freshnessOf(tx: Tx, actor: Actor, place: Place, now: Date): Promise<RehearsalFreshness> {
  const policy = (await policyInForce(tx, actor.tenantId))?.policy;
  if (!policy) return UNJUDGED;
  const { rows } = await tx.execute<DecidingRow>(decidingRehearsals(actor.tenantId, { place }));
  return rehearsalFreshness(rows.map(factOf), policy.maxRehearsalAgeDays, now);
}

const UNJUDGED: RehearsalFreshness = {
  state: "error",
  ageSeconds: null,
  dueAt: null,
  lastPassedAt: null,
  reason: "no gate policy says how old a rehearsal may be",
  needsRemediation: false,
};

type DecidingRow = {
  id: string;
  service_id: string;
  environment_id: string;
  outcome: RehearsalFact["outcome"];
  started_ms: number;
  finished_ms: number;
  remediated_ms: number | null;
};

/**
 * The latest of each outcome, and every failed one without remediation: no other can change the answer. `asOf`: of those
 * that were over by then; what was remediated later was not yet.
 */
function decidingRehearsals(tenantId: string, { place, asOf }: { place?: Place; asOf?: Date | null }) {
  const here = place
    ? sql`and service_id = ${place.serviceId} and environment_id = ${place.environmentId}`
    : sql.empty();
  const then = asOf ? sql`${asOf.toISOString()}::timestamptz` : null;
  const over = then ? sql`and finished_at <= ${then}` : sql.empty();
  const remediated = then ? sql`case when remediated_at <= ${then} then remediated_at end` : sql`remediated_at`;
  const ms = (column: string) => sql.raw(`floor(extract(epoch from ${column}) * 1000)::float8`);
  return sql`select id, service_id, environment_id, outcome, ${ms("started_at")} as started_ms,
      ${ms("finished_at")} as finished_ms, ${ms("remediated")} as remediated_ms
    from (select *, ${remediated} as remediated, row_number() over (partition by service_id, environment_id, outcome
        order by finished_at desc, id desc) as place
      from rehearsal where tenant_id = ${tenantId} ${here} ${over}) ranked
    where place = 1 or (outcome = 'failed' and remediated is null)`;
}

function factOf(row: DecidingRow): RehearsalFact {
  const text = (ms: number) => new Date(ms).toISOString();
  return {
    id: row.id,
    outcome: row.outcome,
    startedAt: text(row.started_ms),
    finishedAt: text(row.finished_ms),
    remediatedAt: row.remediated_ms === null ? null : text(row.remediated_ms),
  };
}
