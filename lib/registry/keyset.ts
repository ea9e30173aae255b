import { type AnyColumn, asc, desc, type SQL, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "./cursor";

/** `after` asks for what follows in the list's order, `before` for what precedes. Opaque; at most one of them. */
export type PageRequest = { after?: string; before?: string };
/** Cursors of the neighbouring pages; null where there is none. */
export type Page<T> = { items: T[]; previous: string | null; next: string | null };

type Keyset = { at: AnyColumn; id: AnyColumn; order: "ascending" | "descending"; size: number };

export type PagePlan<Row> = {
  where: SQL | undefined;
  orderBy: [SQL, SQL];
  /** One more than a page holds, to know whether there is another. */
  limit: number;
  pageOf(rows: Row[]): Page<Row>;
};

/** How to read one page by key. `keyOf` names a row's instant and id, which must be those of the two columns. */
export function planPage<Row>(
  { after, before }: PageRequest,
  { at, id, order, size }: Keyset,
  keyOf: (row: Row) => { at: Date; id: string },
): PagePlan<Row> {
  const backwards = before !== undefined;
  const cursor = decodeCursor(before ?? after);
  const ascends = (order === "ascending") !== backwards;
  const key = cursor && sql`(${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
  const beyond = ascends ? sql`(${at}, ${id}) > ${key}` : sql`(${at}, ${id}) < ${key}`;
  const encode = (row: Row | undefined) => {
    if (!row) return null;
    const { at: instant, id: rowId } = keyOf(row);
    return encodeCursor({ at: instant.toISOString(), id: rowId });
  };
  return {
    where: cursor ? beyond : undefined,
    orderBy: ascends ? [asc(at), asc(id)] : [desc(at), desc(id)],
    limit: size + 1,
    pageOf(rows) {
      const items = backwards ? rows.slice(0, size).reverse() : rows.slice(0, size);
      const more = rows.length > size;
      return {
        items,
        previous: (backwards ? more : cursor !== null) ? encode(items[0]) : null,
        next: backwards || more ? encode(items.at(-1)) : null,
      };
    },
  };
}
