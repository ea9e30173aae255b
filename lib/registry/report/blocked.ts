import { sql } from "drizzle-orm";
import type { ReportScope } from "./scope";
import { MOST_LINES } from "./scope";
import type { BlockedView, FrequentCheck } from "./view";

const MOST_CHECKS = 8;
/** What every release lacks until it is signed: waiting for people is not being held up. */
const SIGNATURES = "approvals.complete";

type Row = {
  release_id: string;
  service: string;
  environment: string;
  version: string;
  refused_ms: number;
  failing: { id: string; title: string }[];
  only_signatures: boolean;
  is_cleared: boolean;
};

/**
 * Releases that the gate refused in the week for more than missing signatures, each with its last refusal that was, and
 * the checks that failed of most of them.
 */
export async function blockedIn(scope: ReportScope): Promise<BlockedView> {
  const { rows } = await scope.tx.execute<Row>(refusals(scope));
  const blocked = rows.filter((row) => !row.only_signatures);
  const items = blocked.map((row) => ({
    ...{ releaseId: row.release_id, service: row.service, environment: row.environment, version: row.version },
    failing: row.failing.filter(({ id }) => id !== SIGNATURES).map(({ title }) => title),
    refusedAt: new Date(row.refused_ms).toISOString(),
    isCleared: row.is_cleared,
  }));
  return {
    total: items.length,
    items: items.slice(0, MOST_LINES),
    cleared: items.filter(({ isCleared }) => isCleared).length,
    awaitingSignatures: rows.length - blocked.length,
    checks: frequent(blocked),
  };
}

function frequent(rows: readonly Row[]): FrequentCheck[] {
  const counted = new Map<string, FrequentCheck>();
  for (const { failing } of rows) {
    for (const { id, title } of failing) {
      if (id === SIGNATURES) continue;
      counted.set(id, { checkId: id, title, releases: (counted.get(id)?.releases ?? 0) + 1 });
    }
  }
  return [...counted.values()]
    .toSorted((one, other) => other.releases - one.releases || (one.checkId < other.checkId ? -1 : 1))
    .slice(0, MOST_CHECKS);
}

/** One row a release: of its refusals the last that names more than signatures, else the last. */
function refusals({ actor, span, service, environment }: ReportScope) {
  const [from, until] = [span.from.toISOString(), span.until.toISOString()];
  return sql`
    with refused as (
      select d.release_id, d.decided_at, f.failing, f.only_signatures
      from decision d cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('id', c->>'id', 'title', c->>'title')), '[]') as failing,
          coalesce(bool_and(c->>'id' = ${SIGNATURES}), false) as only_signatures
        from jsonb_array_elements(d.body->'checks') c
        where c->>'outcome' <> 'pass' and c->'blocking' = 'true' and c->'waived' = 'false') f
      where d.tenant_id = ${actor.tenantId} and d.verdict <> 'approve' and d.kind = 'gate'
        and d.decided_at >= ${from}::timestamptz and d.decided_at < ${until}::timestamptz),
    last_refused as (
      select distinct on (release_id) * from refused order by release_id, only_signatures, decided_at desc)
    select l.release_id, s.slug as service, e.slug as environment, r.version, l.failing, l.only_signatures,
      floor(extract(epoch from l.decided_at) * 1000)::float8 as refused_ms,
      exists (select 1 from decision a where a.tenant_id = r.tenant_id and a.release_id = r.id and a.verdict = 'approve'
        and a.decided_at > l.decided_at and a.decided_at < ${until}::timestamptz) as is_cleared
    from last_refused l
      join release r on r.tenant_id = ${actor.tenantId} and r.id = l.release_id
      join service s on s.tenant_id = r.tenant_id and s.id = r.service_id
      join environment e on e.tenant_id = r.tenant_id and e.id = r.environment_id
    where ${service ? sql`s.slug = ${service}` : sql`true`} and ${environment ? sql`e.slug = ${environment}` : sql`true`}
    order by l.decided_at desc, l.release_id desc`;
}
