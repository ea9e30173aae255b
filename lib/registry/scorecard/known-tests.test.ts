import { beforeAll, expect, it } from "vitest";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { testHistory } from "../test-result/queries";
import { submitTestResults } from "../test-result/submit";
import { failureKey, hasTestResults, knownFailures } from "./known-tests";
import { submitScorecard } from "./submit";

openDatabase();
let tenant: TestTenant;
let scorecardId: string;
const commit = "a".repeat(40);
const ran = new Date(Date.now() - 60_000).toISOString();
const known = { name: "keeps the order", group: "Queue", file: "queue.test.ts" };
const failures = [known, { name: "keeps the order", group: "Other queue" }];

beforeAll(async () => {
  tenant = await newTenant();
  const { actor } = await newToken(tenant);
  const suites = [{ suite: "E2E", passed: false, failures }];
  const document = { run_id: "r", generated_at: ran, suites };
  const sent = { service: "service-api", environment: "staging", commit, document };
  scorecardId = (await submitScorecard({ actor }, sent)).id;
  expect(await hasTestResults(tenant.admin)).toBe(false);
  const results = { suite: "e2e", tests: [{ ...known, outcome: "failed" }] };
  const tests = { run_id: "r", commit, environment: "staging", ran_at: ran, suites: [results] };
  await submitTestResults({ actor }, { service: "service-api", document: tests });
});

it("a failing test of a scorecard leads to its history, and one that nobody knows leads nowhere", async () => {
  const ids = await knownFailures(tenant.admin, scorecardId);
  expect(ids.size).toBe(1);
  const { test } = await testHistory(tenant.admin, ids.get(failureKey("end-to-end", known)) ?? "");
  expect(test).toMatchObject({ ...known, suite: "end-to-end", service: "service-api" });
  expect(await hasTestResults(tenant.admin)).toBe(true);
});

it("tells another tenant nothing", async () => {
  const { admin } = await newTenant();
  expect((await knownFailures(admin, scorecardId)).size).toBe(0);
  expect((await knownFailures(admin, "not-an-id")).size).toBe(0);
  expect(await hasTestResults(admin)).toBe(false);
});
