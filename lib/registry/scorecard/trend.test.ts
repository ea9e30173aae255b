import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { sha256 } from "@/lib/core/digest";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { createService } from "../service/create";
import { scorecardDocument } from "./document";
import { submitScorecard } from "./submit";
import { scorecardTrend } from "./trend";

openDatabase();
const HOUR = 3_600_000;
let tenant: TestTenant;
let pipeline: Actor;

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
});

type Run = { service: string; environment: string; hoursAgo: number; suites?: Record<string, unknown>[] };
const PASSED = [{ suite: "unit", passed: true, duration_seconds: 10, success_rate: 1 }];

async function submit(actor: Actor, { service, environment, hoursAgo, suites = PASSED }: Run): Promise<string> {
  const commit = randomBytes(20).toString("hex");
  const generated_at = new Date(Date.now() - hoursAgo * HOUR).toISOString();
  const document = { run_id: `${service}-${environment}-${hoursAgo}`, generated_at, suites };
  return (await submitScorecard({ actor }, { service, environment, commit, document })).id;
}

async function newService(slug: string): Promise<string> {
  await createService({ actor: tenant.admin }, { slug, name: slug, owner: "them" });
  return slug;
}

describe("the trend around a run", () => {
  it("holds the 24 runs before it and the 5 after it, oldest first, whatever order they arrived in", async () => {
    const service = await newService("long-lived");
    const ids = new Map<number, string>();
    const hours = Array.from({ length: 36 }, (_, index) => index + 1);
    for (const hoursAgo of hours.toSorted((a, b) => (a % 7) - (b % 7))) {
      ids.set(hoursAgo, await submit(pipeline, { service, environment: "staging", hoursAgo }));
    }
    const trend = await scorecardTrend(tenant.admin, ids.get(9) ?? "");
    expect(trend.map(({ runId }) => runId)).toEqual(
      hours
        .slice(3, 33)
        .toReversed()
        .map((hoursAgo) => `long-lived-staging-${hoursAgo}`),
    );
    expect(trend.flatMap(({ current, id }) => (current ? [id] : []))).toEqual([ids.get(9)]);
  });

  it("is of the same service and environment only", async () => {
    const service = await newService("narrow");
    const id = await submit(pipeline, { service, environment: "staging", hoursAgo: 2 });
    await submit(pipeline, { service, environment: "preprod", hoursAgo: 3 });
    await submit(pipeline, { service: "service-api", environment: "staging", hoursAgo: 3 });
    expect((await scorecardTrend(tenant.admin, id)).map((run) => run.id)).toEqual([id]);
  });

  it("keeps a gap where a suite did not run or did not say", async () => {
    const service = await newService("gaps");
    await submit(pipeline, { service, environment: "staging", hoursAgo: 3 });
    const notRun = [{ suite: "unit", passed: false, not_run: "stopped" }];
    await submit(pipeline, { service, environment: "staging", hoursAgo: 2, suites: notRun });
    const other = [{ suite: "security", passed: true }];
    const id = await submit(pipeline, { service, environment: "staging", hoursAgo: 1, suites: other });
    expect((await scorecardTrend(tenant.admin, id)).map(({ suites }) => suites)).toEqual([
      [{ name: "unit", status: "passed", durationSeconds: 10, successRate: 1 }],
      [{ name: "unit", status: "skipped", durationSeconds: null, successRate: null }],
      [{ name: "security", status: "passed", durationSeconds: null, successRate: null }],
    ]);
  });
});

describe("another tenant's scorecard", () => {
  it("has neither trend nor document", async () => {
    const id = await submit(pipeline, { service: "service-api", environment: "production", hoursAgo: 1 });
    const { admin } = await newTenant();
    for (const key of [id, "not-an-id"]) {
      await expect(scorecardTrend(admin, key)).rejects.toMatchObject({ code: "not_found" });
      await expect(scorecardDocument(admin, key)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

it("a downloaded document has the digest that the scorecard is known by", async () => {
  const suites = [{ suite: "unit", success_rate: 0.5, passed: true, description: "Größe ≥ 1 \u2028 ok" }];
  const id = await submit(pipeline, { service: "service-api", environment: "preprod", hoursAgo: 1, suites });
  const { text, digest } = await scorecardDocument(tenant.admin, id);
  expect(sha256(text)).toBe(digest);
  expect(JSON.parse(text)).toMatchObject({ suites });
});
