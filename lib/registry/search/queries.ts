import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import { invalid } from "@/lib/core/errors";
import { excerptOf } from "@/lib/core/search/excerpt";
import { SEARCH_KINDS, type SearchKind, searchHref } from "@/lib/core/search/kinds";
import { wordsOf } from "@/lib/core/search/words";
import { read } from "../read";
import { decodePlace, encodePlace, type Place } from "./place";
import { stateKey, statesOf } from "./states";

/** A record that was found. `at`: when it came about, an ISO text. */
export type SearchItem = {
  kind: SearchKind;
  id: string;
  title: string;
  detail: string;
  /** Where the words stand, if neither of the two says so. */
  excerpt: string | null;
  /** How it stands with it now, such as `resolved`; null for what has no state, and for people who are not disabled. */
  state: string | null;
  href: string;
  at: string;
};
/** Grouped by kind. `more`: kinds of which there are further ones; `next` asks for them where one kind was asked for. */
export type SearchResult = { items: SearchItem[]; more: SearchKind[]; next: string | null; now: string };
/** `limit`: so many of each kind. */
export type SearchRequest = { kinds?: readonly SearchKind[]; limit?: number; cursor?: string };

const LONGEST_TEXT = 200;
const EACH = 5;
const LARGEST_PAGE = 50;

/**
 * Records of the actor's tenant that a text finds: each word begins a word of theirs. Kinds with a record that the text
 * names wholly (a version, a reference, an address) come first; within a kind those, then what is found by its title,
 * then the rest, the latest first. A text without a word finds nothing. Throws `invalid` for a cursor of no search.
 */
export async function search(actor: Actor, text: string, request: SearchRequest = {}): Promise<SearchResult> {
  const wanted = text.replaceAll("\u0000", " ").toWellFormed().slice(0, LONGEST_TEXT).toWellFormed();
  const kinds = request.kinds ?? SEARCH_KINDS;
  const place = decodePlace(request.cursor);
  if (place && kinds.length !== 1) throw invalid("cursor", "goes on within one kind; name it");
  return read(actor, async (tx, now) => {
    const words = wordsOf(wanted);
    if (words.length === 0) return { items: [], more: [], next: null, now: now.toISOString() };
    const size = Math.max(1, Math.min(request.limit ?? EACH, LARGEST_PAGE));
    const found = await findIn(tx, actor, { text: wanted, kinds, limit: size + 1, place });
    const groups = [...Map.groupBy(found, ({ kind }) => kind)].sort(
      ([, one], [, other]) => tierOf(one) - tierOf(other),
    );
    const shown = groups.flatMap(([, rows]) => rows.slice(0, size));
    const more = groups.filter(([, rows]) => rows.length > size).map(([kind]) => kind);
    const last = shown.at(-1);
    const states = await statesOf(tx, actor.tenantId, shown, now);
    return {
      items: shown.map((row) => itemOf(row, words, states.get(stateKey(row)) ?? null)),
      more,
      next: kinds.length === 1 && more.length > 0 && last ? encodePlace(last) : null,
      now: now.toISOString(),
    };
  });
}

type Row = Place & { kind: SearchKind; target: string; title: string; detail: string; body: string };
type Wanted = { text: string; kinds: readonly SearchKind[]; limit: number; place: Place | null };

/** In the order of the kinds, and within each as the database ranks them. */
async function findIn(tx: Tx, actor: Actor, { text, kinds, limit, place }: Wanted): Promise<Row[]> {
  const reach = actor.kind === "token" ? actor : { serviceId: null, environmentId: null };
  const { rows } = await tx.execute<Row>(sql`
    select k.kind, d.record_id as id, d.tier, d.target, d.title, d.detail, d.body,
      to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from unnest(string_to_array(${kinds.join(",")}, ',')) with ordinality as k(kind, place)
    cross join lateral search_documents(k.kind, ${text}, ${limit}::integer, ${place?.tier ?? null}::integer,
      ${place?.at ?? null}::timestamptz, ${place?.id ?? null}::uuid, ${reach.serviceId}::uuid, ${reach.environmentId}::uuid)
      with ordinality d
    order by k.place, d.ordinality`);
  return rows;
}

/** Only what is named wholly brings its kind to the front: anything else would make the order jump while one types. */
const tierOf = (rows: readonly Row[]): number => (rows.some(({ tier }) => tier === 0) ? 0 : 1);

function itemOf({ kind, id, target, title, detail, body, at }: Row, words: string[], state: string | null): SearchItem {
  const excerpt = excerptOf(`${title} ${detail}`, body, words);
  return { kind, id, title, detail, excerpt, state, href: searchHref(kind, target), at };
}
