import { type SQL, sql } from "drizzle-orm";

/** Of the release `n` the `use`-th number that is drawn for it, 0 ≤ x < 1: the same everywhere and in any order. */
export const drawn = (use: number, n: SQL = sql.raw("n")): SQL =>
  sql`(((hashint8extended(${n}::bigint, ${sql.raw(String(use))}) >> 11) & 4503599627370495)::float8 / 4503599627370496)`;

/** A UUIDv7 of an instant, its other digits drawn from the key: new rows land at the end of each index, as real ones do. */
export const idAt = (at: SQL, key: SQL): SQL =>
  sql`(lpad(to_hex(floor(extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7' || substr(md5(${key}), 1, 3) || '8'
    || substr(md5(${key}), 5, 15))::uuid`;

/** The columns `by_kind`, `by_id` and `by_name` of whatever the pipeline of this sample made. */
export const byPipeline: SQL = sql`'system', '00000000-0000-7000-8000-00000000feed'::uuid, 'delivery-pipeline'`;
export const seconds = (amount: SQL): SQL => sql`(${amount}) * interval '1 second'`;
