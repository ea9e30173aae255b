import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { listDeployments } from "@/lib/registry/deployment/queries";
import { deploymentStatusEvent } from "@/lib/testing/deployment-status";
import { deliver, linkedGitHub, nextDelivery, REPOSITORY, unique } from "@/lib/testing/github-webhook";
import type { TestIntegration } from "@/lib/testing/integration-records";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { newTenant, type TestTenant } from "@/lib/testing/tenant";

const database = openDatabase();
const HASH = `sha256:${"9".repeat(64)}`;
let tenant: TestTenant;
let github: TestIntegration;

beforeAll(async () => {
  tenant = await newTenant();
  github = await linkedGitHub(tenant, "GitHub");
});

const at = (second: number) => `2026-01-01T09:00:${String(second).padStart(2, "0")}Z`;
type Told = Partial<Parameters<typeof deploymentStatusEvent>[0]>;
const eventOf = (more: Told = {}) =>
  deploymentStatusEvent({
    repository: REPOSITORY,
    environment: "production",
    commit: "a".repeat(40),
    deploymentId: 900_000 + unique(),
    state: "success",
    at: at(30),
    ...more,
  });
const tell = (more: Told = {}, delivery = nextDelivery()) =>
  deliver(github, eventOf(more), delivery, "deployment_status");

/** What is stored of GitHub's deployments but for ids and the times at which we heard of them. */
async function stored(externalId: string): Promise<Record<string, unknown>> {
  return asApp(database.web, tenant, async (client) => {
    const text = `select to_jsonb(d) - '{id,external_id,reported_at,finding_at}'::text[] as row from deployment d
      where external_id = $1`;
    return (await client.query(text, [externalId])).rows[0]?.row;
  });
}
const nameOf = (id: number) => `${REPOSITORY.toLowerCase()}/deployments/${id}`;

describe("GitHub's deployment_status", () => {
  it("of a deployment that ended is matched, with what its payload says that it holds", async () => {
    const id = unique();
    const payload = JSON.stringify({ version: "2026.1", artifacts: [`ghcr.io/acme/shop@${HASH}`] });
    const { status, json } = await tell({ deploymentId: id, payload });
    expect({ status, json }).toMatchObject({
      status: 202,
      json: { outcome: "bypass", deployment: { match: "bypass" } },
    });
    expect(await stored(nameOf(id))).toMatchObject({
      artifacts: [HASH],
      version: "2026.1",
      commit: "a".repeat(40),
      deployed_by: "kenji",
      source: "github",
      url: `https://github.com/${REPOSITORY}/actions/runs/1/job/2`,
    });
  });

  it.each(["queued", "pending", "waiting", "inactive"])("%s deploys nothing and is not kept", async (state) => {
    const id = unique();
    expect(await tell({ deploymentId: id, state })).toMatchObject({ status: 202, json: { outcome: "ignored" } });
    expect(await stored(nameOf(id))).toBeUndefined();
  });

  it("of a repository or an environment that is not linked is accepted and not kept", async () => {
    for (const more of [{ environment: "moon" }, { repository: "acme/unknown" }]) {
      const { status, json } = await tell(more);
      expect({ status, json }).toMatchObject({ status: 202, json: { deployment: null } });
    }
  });

  it("that was refused before it started opens no finding", async () => {
    const id = unique();
    await tell({ deploymentId: id, state: "failure" });
    expect(await stored(nameOf(id))).toMatchObject({ match: "pending", state: "failed" });
  });

  it("any order of its deliveries, with any doubled, gives the state of each once in order", async () => {
    const states = [
      { state: "queued", at: at(1) },
      { state: "in_progress", at: at(5) },
      { state: "failure", at: at(20) },
      { state: "in_progress", at: at(25) },
      { state: "success", at: at(40) },
      { state: "inactive", at: at(50) },
    ];
    const replayed = async (order: readonly number[]) => {
      const deploymentId = unique();
      const payload = { artifacts: [HASH] };
      for (const place of order) {
        const answer = await tell({ ...states[place], deploymentId, payload }, `d-${deploymentId}-${place}`);
        expect(answer.status).toBe(202);
      }
      return stored(nameOf(deploymentId));
    };
    const expected = await replayed([...states.keys()]);
    expect(expected).toMatchObject({ state: "succeeded", match: "bypass", ended_at: expect.stringContaining(":20") });
    const order = fc
      .array(fc.nat(states.length - 1), { maxLength: 5 })
      .chain((extra) => fc.shuffledSubarray([...states.keys(), ...extra], { minLength: states.length + extra.length }));
    await fc.assert(
      fc.asyncProperty(order, async (places) => {
        expect(await replayed(places)).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  });

  it("with a bad value at any one place is never a 5xx", async () => {
    const whole = eventOf();
    for (const key of ["action", "deployment", "deployment_status", "repository"]) {
      for (const bad of ["null", "true", "-1.5", '""', '"\\u0000"', "[]", "{}"]) {
        const text = JSON.stringify({ ...whole, [key]: "@here@" }).replace('"@here@"', () => bad);
        const { status } = await deliver(github, text, nextDelivery(), "deployment_status");
        expect(status, `${key} = ${bad}`).toBeLessThan(500);
      }
    }
    for (const payload of [null, 7, "not JSON", "[]", { artifacts: [7] }, { artifacts: "all", version: {} }]) {
      const id = unique();
      expect((await tell({ deploymentId: id, payload })).status).toBe(202);
      expect(await stored(nameOf(id))).toMatchObject({ artifacts: [], version: null });
    }
  });
});

it("deployments are of the tenant whose integration told of them, and of no other", async () => {
  const other = await newTenant();
  expect((await listDeployments(tenant.admin, {})).items.length).toBeGreaterThan(0);
  expect((await listDeployments(other.admin, {})).items).toEqual([]);
});
