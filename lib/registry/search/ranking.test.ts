import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "@/lib/core/search/words";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { createEnvironment } from "../environment/create";
import { createRelease } from "../release/create";
import { search } from "./queries";

const database = openDatabase();
let tenant: TestTenant;
/** More than the database looks through before it asks the index of words. */
const MANY = 700;

const bulk = `insert into release (tenant_id, id, service_id, environment_id, version, commit, stage, stage_status,
  created_at, by_kind, by_id, by_name)
  select r.tenant_id, gen_random_uuid(), r.service_id, r.environment_id, 'bulk.' || i, md5(i::text), r.stage,
    r.stage_status, r.created_at - make_interval(mins => i / 3), r.by_kind, r.by_id, r.by_name
  from release r, generate_series(1, ${MANY}) i`;

beforeAll(async () => {
  tenant = await newTenant();
  await createEnvironment({ actor: tenant.admin }, { slug: "live", name: "Live", isProduction: true });
  const engineer = await newPerson(tenant, ["engineer"]);
  const subject = { service: "service-api", environment: "live", version: "first", commit: "b".repeat(40) };
  await createRelease({ actor: engineer }, subject);
  const client = await database.web.connect();
  await client.query(`begin; set local role readiness_app; select set_config('app.tenant', '${tenant.tenantId}', true);
    ${bulk}; commit`);
  client.release();
});

describe("releases without number", () => {
  it("are all found, each once, the latest first, page by page", async () => {
    const seen: { id: string; at: string }[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(tenant.admin, "bulk", { kinds: ["release"], limit: 50, cursor });
      seen.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(MANY);
    expect(seen.map(({ at }) => at)).toEqual(
      seen
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    );
  });

  it("are found far behind the latest, by their version, by its beginning and by their commit", async () => {
    const titles = async (text: string) => (await search(tenant.admin, text)).items.map(({ title }) => title);
    expect(await titles(`bulk.${MANY}`)).toEqual([`service-api bulk.${MANY}`]);
    expect((await titles("bulk.69"))[0]).toBe("service-api bulk.69");
    expect(await titles("bulk.69")).toContain("service-api bulk.690");
    expect(await titles(createHash("md5").update("699").digest("hex"))).toEqual(["service-api bulk.699"]);
    expect(await titles("bulk.nothing")).toEqual([]);
  });

  it("more of them are told of, and asked for with their kind alone", async () => {
    const found = await search(tenant.admin, "bulk");
    expect({ more: found.more, next: found.next, items: found.items.length }).toEqual({
      more: ["release"],
      next: null,
      items: 5,
    });
    const { next } = await search(tenant.admin, "bulk", { kinds: ["release"] });
    await expect(search(tenant.admin, "bulk", { cursor: next ?? "" })).rejects.toMatchObject({ code: "invalid" });
    await expect(search(tenant.admin, "bulk", { kinds: ["release"], cursor: "x" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

it("what other tenants hold is not even walked through: no two share a key", async () => {
  const { rows } = await database.owner.query(
    "select count(distinct search_key(t, k)) as keys from unnest($1::uuid[]) t, unnest($2::text[]) k",
    [
      [tenant.tenantId, (await newTenant()).tenantId],
      ["release", "service"],
    ],
  );
  expect(rows).toEqual([{ keys: "4" }]);
});

const FOUND = `select s.text, s.word, search_vector('k', s.text, '', '{}') @@ q.named as found
  from unnest($1::text[], $2::text[]) as s(text, word), search_queries('k', s.word) q`;
const word = fc.string({ unit: fc.constantFrom(..."abzÄéß019.-_@:/'\\\"&|!()*<>,;日мı"), minLength: 1, maxLength: 12 });

it("every word of a text finds it, whatever it is made of", async () => {
  const samples = fc
    .sample(fc.array(word, { minLength: 1, maxLength: 6 }), { numRuns: 400, seed: 6 })
    .flatMap((words) => words.map((each) => ({ text: words.join(" "), word: each })))
    .filter((sample) => wordsOf(sample.word).length > 0);
  const { rows } = await database.owner.query(FOUND, [samples.map(({ text }) => text), samples.map((s) => s.word)]);
  expect(rows.length).toBe(samples.length);
  expect(rows.filter(({ found }) => !found)).toEqual([]);
});

it.each([
  ["2025.10.01", ["2025", "2025.1", "10.01", "01"], ["25.10", "0.01"]],
  ["ines@meridian.example", ["ines", "INES@", "meridian", "example"], ["nes"]],
  ["payments-api", ["payments", "api", "payments_api", "payments/ap"], ["ayments"]],
  ["sha256:6d089da08f53", ["sha256:6d08", "6d089"], ["d089"]],
  ["CVE-2025-99058", ["cve-2025", "2025-99058", "99058", "cve_2025_99058"], ["cve-2026"]],
  ["Müller", ["muller", "MÜL", "müller"], ["uller"]],
])("%s is found by %j and not by %j", async (text, finds, misses) => {
  const words = [...finds, ...misses];
  const { rows } = await database.owner.query(FOUND, [words.map(() => text), words]);
  expect(rows.filter(({ found }) => found).map((row) => row.word)).toEqual(finds);
});

it("the longest text that a record may hold does not keep it from being stored", async () => {
  const worst = "𝕏.".repeat(20_000);
  const { rows } = await database.owner.query(
    "select pg_column_size(search_vector('k', $1, $2, array[$1])) > 0 as stored",
    [worst.slice(0, 1000), worst],
  );
  expect(rows).toEqual([{ stored: true }]);
  const client = await asApp(database.web, tenant, (each) => each.query("select search_split($1)", [worst]));
  expect(client.rowCount).toBe(1);
});
