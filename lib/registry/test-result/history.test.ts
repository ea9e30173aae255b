import { beforeAll, describe, expect, it } from "vitest";
import type { TestOutcome } from "@/lib/core/test-results/wire";
import { scorecardDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, newToken, type TestTenant, type TestToken } from "@/lib/testing/tenant";
import { submitScorecard } from "../scorecard/submit";
import { createService } from "../service/create";
import { listFlakyTests, testHistory } from "./queries";
import { submitTestResults } from "./submit";

openDatabase();
let tenant: TestTenant;
let token: TestToken;

beforeAll(async () => {
  tenant = await newTenant();
  token = await newToken(tenant);
});

type Run = { commit: string; environment?: string; minutesAgo: number; outcomes: Record<string, TestOutcome> };
let runs = 0;
const commit = (letter: string) => letter.repeat(40);

async function report(service: string, { commit: at, environment = "staging", minutesAgo, outcomes }: Run) {
  runs += 1;
  const tests = Object.entries(outcomes).map(([name, outcome]) => ({
    name,
    outcome,
    file: "a.test.ts",
    duration_ms: 7,
  }));
  const document = {
    run_id: `run-${runs}`,
    commit: at,
    environment,
    ran_at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    suites: [{ suite: "unit", tests }],
  };
  await submitTestResults({ actor: token.actor }, { service, document });
  return document;
}

async function newServiceSlug(slug: string): Promise<string> {
  await createService({ actor: tenant.admin }, { slug, name: slug, owner: "platform" });
  return slug;
}
const flakyIn = async (service: string) => (await listFlakyTests(tenant.admin, { service })).items;

describe("the flakiest tests", () => {
  it("are those that failed and passed for one commit, within a run or across runs of one environment", async () => {
    const service = await newServiceSlug("contradicting");
    const [a, b] = [commit("a"), commit("b")];
    await report(service, {
      commit: a,
      minutesAgo: 50,
      outcomes: {
        within: "flaky",
        across: "passed",
        broken: "failed",
        places: "passed",
        solid: "passed",
        off: "skipped",
      },
    });
    await report(service, {
      commit: a,
      minutesAgo: 40,
      outcomes: { within: "passed", across: "failed", broken: "failed", solid: "passed", off: "failed" },
    });
    await report(service, { commit: a, environment: "preprod", minutesAgo: 30, outcomes: { places: "failed" } });
    await report(service, {
      commit: b,
      minutesAgo: 20,
      outcomes: { within: "passed", across: "passed", broken: "passed" },
    });
    const found = await flakyIn(service);
    const brief = found.map(({ name, runs: all, flakyRuns, failedRuns, commitsWithBothResults: both }) => [
      name,
      all,
      flakyRuns,
      failedRuns,
      both,
    ]);
    expect(brief.sort()).toEqual([
      ["across", 3, 1, 1, 1],
      ["within", 3, 1, 0, 0],
    ]);
    const [across, within] = ["across", "within"].map((name) => found.find((test) => test.name === name));
    expect(across).toMatchObject({ service, suite: "unit", group: null, file: "a.test.ts", enoughSample: false });
    expect(across?.recent).toEqual(["passed", "failed", "passed"]);
    expect(within?.recent).toEqual(["flaky", "passed", "passed"]);
  });

  it("say when they last flaked, or failed although the commit has passed", async () => {
    const service = await newServiceSlug("last-flaky");
    const flake = await report(service, {
      commit: commit("a"),
      minutesAgo: 90,
      outcomes: { within: "flaky", across: "passed" },
    });
    const failure = await report(service, {
      commit: commit("a"),
      minutesAgo: 80,
      outcomes: { across: "failed", within: "passed" },
    });
    await report(service, { commit: commit("a"), minutesAgo: 70, outcomes: { across: "passed", within: "passed" } });
    await report(service, { commit: commit("b"), minutesAgo: 60, outcomes: { across: "failed", within: "failed" } });
    const found = await flakyIn(service);
    expect(Object.fromEntries(found.map(({ name, lastFlakyAt }) => [name, lastFlakyAt]))).toEqual({
      within: flake.ran_at,
      across: failure.ran_at,
    });
  });

  it("start with those that are most certainly flaky: two runs tell less than thirty", async () => {
    const service = await newServiceSlug("ranking");
    for (let run = 0; run < 30; run += 1) {
      const outcomes: Run["outcomes"] = {
        often: run % 3 === 0 ? "passed" : "flaky",
        seldom: run === 0 ? "flaky" : "passed",
      };
      if (run > 27) outcomes.young = "flaky";
      await report(service, { commit: commit("a"), minutesAgo: 300 - run, outcomes });
    }
    const found = await flakyIn(service);
    expect(found.map(({ name, flakeRate }) => [name, flakeRate])).toEqual([
      ["often", 20 / 30],
      ["young", 1],
      ["seldom", 1 / 30],
    ]);
    expect(found.map(({ enoughSample }) => enoughSample)).toEqual([true, false, true]);
    expect(found[0]?.recent).toHaveLength(20);
  });

  it("come page by page in both directions, none twice and none left out", async () => {
    const service = await newServiceSlug("paging");
    const outcomes = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`test ${index}`, "flaky" as const]));
    await report(service, { commit: commit("a"), minutesAgo: 5, outcomes });
    await report(service, { commit: commit("a"), minutesAgo: 4, outcomes: { "test 3": "flaky" } });
    const page = (request: { after?: string; before?: string }) =>
      listFlakyTests(tenant.admin, { service }, { ...request, size: 3 });
    const one = await page({});
    const two = await page({ after: one.next ?? "" });
    const three = await page({ after: two.next ?? "" });
    const names = [one, two, three].map(({ items }) => items.map(({ name }) => name));
    expect(names.map((each) => each.length)).toEqual([3, 3, 1]);
    expect(new Set(names.flat()).size).toBe(7);
    expect(names[0]?.[0]).toBe("test 3");
    expect([one.previous, three.next]).toEqual([null, null]);
    const back = await page({ before: three.previous ?? "" });
    expect(back.items.map(({ name }) => name)).toEqual(names[1]);
    expect((await page({ before: back.previous ?? "" })).items.map(({ name }) => name)).toEqual(names[0]);
    await expect(page({ after: "nonsense" })).rejects.toMatchObject({ code: "invalid", issues: [{ path: "cursor" }] });
  });

  it("are looked for in the asked days and suite alone", async () => {
    const service = await newServiceSlug("window");
    await report(service, { commit: commit("a"), minutesAgo: 3 * 1440, outcomes: { old: "flaky" } });
    await report(service, { commit: commit("a"), minutesAgo: 5, outcomes: { young: "flaky" } });
    const names = async (more: { days?: number; suite?: string }) =>
      (await listFlakyTests(tenant.admin, { service, ...more })).items.map(({ name }) => name).sort();
    expect(await names({})).toEqual(["old", "young"]);
    expect(await names({ days: 1 })).toEqual(["young"]);
    expect(await names({ suite: "UNIT" })).toEqual(["old", "young"]);
    expect(await names({ suite: "integration" })).toEqual([]);
  });

  it("are those within a token's reach", async () => {
    const service = await newServiceSlug("reach");
    await report(service, { commit: commit("a"), minutesAgo: 5, outcomes: { here: "flaky" } });
    const limited = await newToken(tenant, ["read"], { serviceId: tenant.service.id });
    expect((await listFlakyTests(limited.actor, { service })).items).toEqual([]);
    const [seen] = await flakyIn(service);
    await expect(testHistory(limited.actor, seen?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
    const submitter = await newToken(tenant, ["scorecard:submit"]);
    await expect(listFlakyTests(submitter.actor, {})).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a test's history", () => {
  it("tells run by run how it ended, and where runs of one commit contradict each other", async () => {
    const service = await newServiceSlug("history");
    const first = await report(service, { commit: commit("c"), minutesAgo: 60, outcomes: { adds: "failed" } });
    await report(service, {
      commit: commit("c"),
      environment: "preprod",
      minutesAgo: 50,
      outcomes: { adds: "passed" },
    });
    await report(service, { commit: commit("c"), minutesAgo: 40, outcomes: { adds: "passed" } });
    await report(service, { commit: commit("c"), minutesAgo: 30, outcomes: { adds: "skipped" } });
    await report(service, { commit: commit("d"), minutesAgo: 20, outcomes: { adds: "flaky" } });
    const subject = { service, environment: "staging", version: "1.0", commit: commit("c") };
    const scorecard = await submitScorecard(
      { actor: token.actor },
      { service, environment: "staging", commit: commit("c"), document: scorecardDocument(subject, first.run_id) },
    );
    const [found] = await flakyIn(service);
    const history = await testHistory(tenant.admin, found?.id ?? "");
    expect(history.test).toMatchObject({ service, suite: "unit", name: "adds", file: "a.test.ts" });
    expect(history.summary).toMatchObject({ runs: 4, flakyRuns: 2, failedRuns: 1, commitsWithBothResults: 1 });
    expect(history.results.map(({ outcome, environment, acrossRuns }) => [outcome, environment, acrossRuns])).toEqual([
      ["flaky", "staging", false],
      ["skipped", "staging", false],
      ["passed", "staging", true],
      ["passed", "preprod", false],
      ["failed", "staging", true],
    ]);
    expect(history.results.at(-1)).toMatchObject({ runId: first.run_id, scorecardId: scorecard.id, durationMs: 7 });
    expect(history.results[0]?.scorecardId).toBeNull();
  });

  it("goes back page by page", async () => {
    const service = await newServiceSlug("long-history");
    for (let run = 0; run < 53; run += 1) {
      await report(service, {
        commit: commit("e"),
        minutesAgo: 200 - run,
        outcomes: { adds: run === 0 ? "flaky" : "passed" },
      });
    }
    const [found] = await flakyIn(service);
    const id = found?.id ?? "";
    const newest = await testHistory(tenant.admin, id);
    const oldest = await testHistory(tenant.admin, id, { after: newest.next ?? "" });
    expect([newest.results.length, oldest.results.length]).toEqual([50, 3]);
    expect(oldest.results.at(-1)?.outcome).toBe("flaky");
    expect(oldest.summary).toEqual(newest.summary);
    expect(new Set([...newest.results, ...oldest.results].map(({ runId }) => runId)).size).toBe(53);
  });

  it("is not found by another tenant, nor by what is no id", async () => {
    const service = await newServiceSlug("quiet");
    await report(service, { commit: commit("f"), minutesAgo: 5, outcomes: { once: "flaky" } });
    const [once] = await flakyIn(service);
    const missing = { code: "not_found" };
    await expect(testHistory((await newTenant()).admin, once?.id ?? "")).rejects.toMatchObject(missing);
    await expect(testHistory(tenant.admin, "no-id")).rejects.toMatchObject(missing);
    expect((await listFlakyTests((await newTenant()).admin, {})).items).toEqual([]);
  });
});
