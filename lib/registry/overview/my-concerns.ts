import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PersonActor } from "@/lib/core/access";
import { CHECK_TITLES } from "@/lib/core/gate/checks/titles";
import { incidentReference } from "@/lib/core/incident/model";
import type { Concern } from "@/lib/core/overview/concerns";

export type RecordKind = "release" | "incident" | "action-item" | "waiver" | "waiver-request" | "person";
/** A record that concerns the reader, with what people call it. */
export type NamedConcern = Concern & { kind: RecordKind; name: string };

/** Of each kind, the newest that concern somebody; what is older than so many changes no more. */
const MOST_OF_A_KIND = 200;
/** The authors of a release are looked up among so many records that changed last. */
const MOST_CHANGED = 2000;

type Reader = { actor: PersonActor /** Entries of the ledger from this one on are fresh. */; sinceSize: number };
type Row = { id: string; relation: Concern["relation"]; kind: RecordKind; name: string; number: number | null };

/** Releases, incidents, action items and waivers that the reader has to do with, and the reader's own account. */
export async function concernsOf(tx: Tx, reader: Reader): Promise<NamedConcern[]> {
  const { actor } = reader;
  const parts = [releases(reader), incidents(reader), actionItems(reader), waivers(reader)];
  const { rows } = await tx.execute<Row>(sql.join(parts, sql` union all `));
  const own: NamedConcern = { id: actor.id, relation: "you", kind: "person", name: "You" };
  return [own, ...rows.map(named)];
}

function named({ id, relation, kind, name, number }: Row): NamedConcern {
  const titles: Record<string, string> = CHECK_TITLES;
  const [check = "", ...rest] = name.split("\n");
  const names: Partial<Record<RecordKind, string>> = {
    incident: `${number === null ? "" : `${incidentReference(number)} `}${name}`,
    waiver: `Waiver of ${titles[check] ?? check} for ${rest.join(" ")}`,
    "waiver-request": `Request to waive ${titles[check] ?? check} for ${rest.join(" ")}`,
  };
  return { id, relation, kind, name: names[kind] ?? name };
}

const releases = ({ actor, sinceSize }: Reader): SQL => sql`
  select r.id, mine.relation, 'release' as kind, s.slug || ' ' || r.version as name, null::int as number
  from (
    (select id, 'created' as relation from release where tenant_id = ${actor.tenantId} and by_id = ${actor.id}
      order by created_at desc limit ${MOST_OF_A_KIND})
    union all
    (select release_id, 'signed' from signature where tenant_id = ${actor.tenantId} and person_id = ${actor.id}
      order by signed_at desc limit ${MOST_OF_A_KIND})
    union all
    (select distinct m.release_id, 'authored' from (select subject_id from ledger_subject
        where tenant_id = ${actor.tenantId} and idx >= ${sinceSize} order by idx desc limit ${MOST_CHANGED}) changed
      join manifest m on m.tenant_id = ${actor.tenantId} and m.release_id = changed.subject_id
      where exists (select from jsonb_path_query(m.content, '$.authors[*].email') email
        where lower(email #>> '{}') = ${actor.email.toLowerCase()}))
  ) mine
  join release r on r.tenant_id = ${actor.tenantId} and r.id = mine.id
  join service s on s.tenant_id = r.tenant_id and s.id = r.service_id`;

const incidents = ({ actor }: Reader): SQL => sql`
  select i.id, mine.relation, 'incident', i.title, i.number
  from (
    (select incident_id as id, 'answers' as relation from incident_role
      where tenant_id = ${actor.tenantId} and person_id = ${actor.id} order by since desc limit ${MOST_OF_A_KIND})
    union all
    (select id, 'declared' from incident where tenant_id = ${actor.tenantId} and by_id = ${actor.id}
      order by declared_at desc limit ${MOST_OF_A_KIND})
    union all
    (select incident_id, 'reviews' from postmortem_review
      where tenant_id = ${actor.tenantId} and reviewer_id = ${actor.id} order by asked_at desc limit ${MOST_OF_A_KIND})
  ) mine
  join incident i on i.tenant_id = ${actor.tenantId} and i.id = mine.id`;

const actionItems = ({ actor }: Reader): SQL => sql`
  select id, 'owns', 'action-item', title, null::int from (
    select id, title from action_item where tenant_id = ${actor.tenantId} and owner_id = ${actor.id}
    order by state = 'open' desc, coalesce(closed_at, due_at) desc limit ${MOST_OF_A_KIND}) mine`;

const waivers = ({ actor }: Reader): SQL => sql`
  select mine.id, mine.relation, mine.kind,
    mine.check_id || chr(10) || s.slug || coalesce(' ' || r.version, ''), null::int
  from (
    (select id, 'granted' as relation, 'waiver' as kind, check_id, service_id, release_id from waiver
      where tenant_id = ${actor.tenantId} and granted_by_id = ${actor.id}
      order by granted_at desc limit ${MOST_OF_A_KIND})
    union all
    (select id, 'asked', 'waiver-request', check_id, service_id, release_id from waiver_request
      where tenant_id = ${actor.tenantId} and by_id = ${actor.id}
      order by requested_at desc limit ${MOST_OF_A_KIND})
  ) mine
  join service s on s.tenant_id = ${actor.tenantId} and s.id = mine.service_id
  left join release r on r.tenant_id = ${actor.tenantId} and r.id = mine.release_id`;
