import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { release } from "@/db/schema/release";
import type { Lookup, Party } from "@/lib/core/gate/facts";
import { partyOf } from "../actor-columns";

type Submitted = Lookup<{ submittedBy: Party | null }>;
type DoneBy = Parameters<typeof partyOf>[0];
type Row = { release_id: string; by_kind: DoneBy["byKind"]; by_id: string; by_name: string; by_email: string | null };

/** The instant by which the latest of a release's evidence is the one that counts. */
const NEWEST = { scorecard: "generated_at", metrics_snapshot: "taken_at" } as const;

/** Who submitted the evidence that counts for each of these releases, in one query. */
export async function submitters(
  tx: Tx,
  tenantId: string,
  table: keyof typeof NEWEST,
  releaseIds: readonly string[],
): Promise<(releaseId: string) => Submitted> {
  const none: Submitted = { state: "missing", reason: "nothing of this commit was submitted" };
  if (releaseIds.length === 0) return () => none;
  const { rows } = await tx.execute<Row>(sql`
    select ${release.id} as release_id, latest.by_kind, latest.by_id, latest.by_name, latest.by_email
    from ${release} join lateral (
      select by_kind, by_id, by_name, by_email from ${sql.identifier(table)} evidence
      where evidence.tenant_id = ${release.tenantId} and evidence.service_id = ${release.serviceId}
        and evidence.commit = ${release.commit} and evidence.environment_id = ${release.environmentId}
      order by evidence.${sql.identifier(NEWEST[table])} desc, evidence.id desc limit 1
    ) latest on true
    where ${release.tenantId} = ${tenantId} and ${inArray(release.id, [...releaseIds])}`);
  const found = new Map(rows.map((row) => [row.release_id, partyOf(doneBy(row))]));
  return (releaseId) => {
    const submittedBy = found.get(releaseId);
    return submittedBy ? { state: "found", value: { submittedBy } } : none;
  };
}

function doneBy({ by_kind, by_id, by_name, by_email }: Row): DoneBy {
  return { byKind: by_kind, byId: by_id, byName: by_name, byEmail: by_email };
}
