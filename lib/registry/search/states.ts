import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SearchKind } from "@/lib/core/search/kinds";

type Column = { of: SQL; state: SQL };

/** How it stands with a record now: what changes too often to be kept in the index of words. */
const STATES: Partial<Record<SearchKind, (at: string) => Column>> = {
  release: () => ({ of: sql`release`, state: sql`stage` }),
  incident: () => ({ of: sql`incident`, state: sql`state` }),
  scorecard: () => ({
    of: sql`scorecard`,
    state: sql`case when overall_passed then 'passed' else 'failed' end`,
  }),
  rehearsal: () => ({ of: sql`rehearsal`, state: sql`outcome` }),
  "action-item": (at) => ({
    of: sql`action_item`,
    state: sql`case when state = 'open' and due_at < ${at}::timestamptz then 'overdue' else state end`,
  }),
  waiver: (at) => ({
    of: sql`waiver`,
    state: sql`case when revoked_at is not null then 'revoked' when superseded_by_id is not null then 'superseded'
      when expires_at <= ${at}::timestamptz then 'expired' end`,
  }),
  "waiver-request": () => ({ of: sql`waiver_request`, state: sql`state` }),
  review: () => ({ of: sql`review`, state: sql`state` }),
  deployment: () => ({ of: sql`deployment`, state: sql`state` }),
  decision: () => ({ of: sql`decision`, state: sql`verdict` }),
};

/** A record by name: an incident and its postmortem have the same id. */
export const stateKey = ({ kind, id }: { kind: SearchKind; id: string }): string => `${kind} ${id}`;

/** The state of each of these records by its key; none for records that have none. People: `disabled`, or nothing. */
export async function statesOf(
  tx: Tx,
  tenantId: string,
  found: readonly { kind: SearchKind; id: string }[],
  now: Date,
): Promise<Map<string, string>> {
  const reads = [...Map.groupBy(found, ({ kind }) => kind)].flatMap(([kind, records]) => {
    const read = readOf(
      kind,
      tenantId,
      sql.join(
        records.map(({ id }) => sql`${id}::uuid`),
        sql`, `,
      ),
      now,
    );
    return read ? [read] : [];
  });
  if (reads.length === 0) return new Map();
  const { rows } = await tx.execute<Row>(sql.join(reads, sql` union all `));
  return new Map(rows.flatMap((row) => (row.state ? [[stateKey(row), row.state] as const] : [])));
}

type Row = { kind: SearchKind; id: string; state: string | null };

function readOf(kind: SearchKind, tenantId: string, ids: SQL, now: Date): SQL | null {
  if (kind === "person") {
    return sql`(select ${kind}::text as kind, id, case when disabled_at is not null then 'disabled' end as state from person where id in (${ids}))`;
  }
  const column = STATES[kind]?.(now.toISOString());
  return column
    ? sql`(select ${kind}::text as kind, id, ${column.state} as state from ${column.of} where tenant_id = ${tenantId} and id in (${ids}))`
    : null;
}
