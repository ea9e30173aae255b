import { beforeAll, describe, expect, it } from "vitest";
import { countOf, ledgerOf } from "@/lib/testing/census";
import { testResultsDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { newRelease, type TestRelease } from "@/lib/testing/release";
import { newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { createService } from "../service/create";
import { submitTestResults } from "./submit";

const database = openDatabase();
let tenant: TestTenant;
let actor: Awaited<ReturnType<typeof newToken>>["actor"];

beforeAll(async () => {
  tenant = await newTenant();
  actor = (await newToken(tenant)).actor;
});

const submit = ({ service }: TestRelease, document: unknown) => submitTestResults({ actor }, { service, document });
const count = (table: "test_case" | "test_run" | "test_result") => countOf(database.web, tenant.tenantId, table);
const suiteOf = (names: string[]) => [
  { suite: "unit", tests: names.map((name) => ({ name, outcome: "passed" as const })) },
];

describe("the results of a run", () => {
  it("are stored once, however often and however much at once they are sent", async () => {
    const release = await newRelease(actor);
    const document = testResultsDocument(release);
    const before = { runs: await count("test_run"), results: await count("test_result") };
    const entries = (await ledgerOf(database.web, tenant.tenantId)).length;
    const answers = await Promise.all(Array.from({ length: 16 }, () => submit(release, document)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(answers.map(({ tests }) => tests))).toEqual(new Set([4]));
    expect(await count("test_run")).toBe(before.runs + 1);
    expect(await count("test_result")).toBe(before.results + 4);
    expect(await ledgerOf(database.web, tenant.tenantId)).toHaveLength(entries + 1);
  });

  it("that differ under the same run are a conflict", async () => {
    const release = await newRelease(actor);
    const document = testResultsDocument(release);
    await submit(release, document);
    const attempt = submit(release, { ...document, ran_at: "2026-01-01T00:00:00Z" });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", issues: [{ path: "document.run_id" }] });
  });

  it("go into the ledger as a digest, never one by one", async () => {
    const release = await newRelease(actor);
    const document = testResultsDocument(release);
    const { id, digest } = await submit(release, document);
    const last = (await ledgerOf(database.web, tenant.tenantId)).at(-1);
    expect(last?.body).toMatchObject({
      kind: "test-results",
      subjects: [id, tenant.service.id],
      data: { run: document.run_id, digest, tests: 4, suites: ["integration", "unit"], commit: release.commit },
    });
    expect(JSON.stringify(last?.body)).not.toContain("adds up");
  });

  it.each([
    ["from the future", { ran_at: "2999-01-01T00:00:00Z" }, "invalid", "document.ran_at"],
    ["of an unknown environment", { environment: "nowhere" }, "not_found", "environment"],
    [
      "with an unknown outcome",
      { suites: [{ suite: "unit", tests: [{ name: "a", outcome: "ok" }] }] },
      "invalid",
      "document.suites[0].tests[0].outcome",
    ],
    ["with a NUL in a name", { suites: suiteOf(["a\u0000"]) }, "invalid", "document.suites[0].tests[0].name"],
  ])("%s are refused, and nothing of them is kept", async (_, change, code, path) => {
    const release = await newRelease(actor);
    const before = [await count("test_run"), await count("test_case"), await count("test_result")];
    const attempt = submit(release, { ...testResultsDocument(release), ...change });
    await expect(attempt).rejects.toMatchObject({ code, issues: [{ path }] });
    expect([await count("test_run"), await count("test_case"), await count("test_result")]).toEqual(before);
  });
});

describe("a test", () => {
  it("is one however many runs bring it at the same moment", async () => {
    const names = Array.from({ length: 300 }, (_, index) => `racing ${index}`);
    const releases = await Promise.all(Array.from({ length: 8 }, () => newRelease(actor)));
    const before = { cases: await count("test_case"), results: await count("test_result") };
    await Promise.all(
      releases.map((release, index) => {
        const order = index % 2 === 0 ? names : names.toReversed();
        return submit(release, { ...testResultsDocument(release), suites: suiteOf(order) });
      }),
    );
    expect(await count("test_case")).toBe(before.cases + 300);
    expect(await count("test_result")).toBe(before.results + 8 * 300);
  });

  it("of the same name in another service is another one", async () => {
    const { slug } = await createService({ actor: tenant.admin }, { slug: "other", name: "Other", owner: "them" });
    const release = await newRelease(actor);
    const suites = suiteOf(["shared by name"]);
    const before = await count("test_case");
    await submit(release, { ...testResultsDocument(release), suites });
    await submit({ ...release, service: slug }, { ...testResultsDocument(release), suites });
    expect(await count("test_case")).toBe(before + 2);
  });

  it("whose text is hostile is stored as it is", async () => {
    const release = await newRelease(actor);
    const hostile = ["'; drop table test_case; --", '{"a",NULL}', "NULL", 'a\\b"c,d{e}', "☃\n\t", "é".normalize("NFD")];
    const before = await count("test_case");
    const answer = await submit(release, { ...testResultsDocument(release), suites: suiteOf(hostile) });
    expect(answer.tests).toBe(hostile.length);
    expect(await count("test_case")).toBe(before + hostile.length);
  });
});

it("a run of more tests than one statement takes is stored whole, and a later one of tests that are known", async () => {
  const names = Array.from({ length: 25_000 }, (_, index) => `test ${index} of a large suite`);
  for (const some of [names, names.slice(0, 15_000)]) {
    const release = await newRelease(actor);
    const before = { cases: await count("test_case"), results: await count("test_result") };
    await submit(release, { ...testResultsDocument(release), suites: suiteOf(some) });
    expect(await count("test_result")).toBe(before.results + some.length);
    expect(await count("test_case")).toBe(before.cases + (some === names ? names.length : 0));
  }
});
