import { expect, it } from "vitest";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, newToken } from "@/lib/testing/tenant";
import { createService } from "../service/create";
import { scorecardDetail } from "./queries";
import { submitScorecard } from "./submit";

openDatabase();

it("a run that names no release is judged by the policy all the same", async () => {
  const tenant = await newTenant();
  const { actor } = await newToken(tenant);
  await createService({ actor: tenant.admin }, { slug: "nightly", name: "Nightly", owner: "them" });
  const tests = { total: 100, passed: 97, failed: 3, skipped: 0, flaky: 0 };
  const document = {
    run_id: "nightly-1",
    generated_at: new Date(Date.now() - 60_000).toISOString(),
    suites: [{ suite: "integration", passed: false, tests }],
  };
  const commit = "d".repeat(40);
  const { id } = await submitScorecard({ actor }, { service: "nightly", environment: "staging", commit, document });
  const { checks } = await scorecardDetail(tenant.admin, id);
  const outcomes = Object.fromEntries(checks.map((check) => [check.id, check.outcome]));
  expect(outcomes).toMatchObject({ "integration.success_rate": "fail", "suites.flake_rate": "pass" });
});
