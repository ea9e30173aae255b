import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { ledgerOf } from "@/lib/testing/census";
import {
  deliver,
  eventOf,
  linkedGitHub,
  nextDelivery,
  received,
  requestsOf,
  unique,
} from "@/lib/testing/github-webhook";
import type { TestIntegration } from "@/lib/testing/integration-records";
import { waitingJobs } from "@/lib/testing/jobs";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, type TestTenant } from "@/lib/testing/tenant";

const database = openDatabase();
let tenant: TestTenant;
let github: TestIntegration;

beforeAll(async () => {
  tenant = await newTenant();
  github = await linkedGitHub(tenant, "GitHub");
});

describe("deliveries that are repeated, reordered and doubled", () => {
  it("the same delivery is one request and one record, also when eight copies come at once", async () => {
    const body = eventOf({}, 40);
    const id = nextDelivery();
    const before = (await ledgerOf(database.web, tenant.tenantId)).length;
    const copies = await Promise.all(Array.from({ length: 8 }, () => deliver(github, body, id)));
    expect(copies.map(({ status }) => status)).toEqual(Array(8).fill(202));
    expect(new Set(copies.map((each) => received(each).requestId)).size).toBe(1);
    expect((await ledgerOf(database.web, tenant.tenantId)).length).toBe(before + 1);
    const [requestId] = copies.map((each) => received(each).requestId);
    expect(await waitingJobs(database.web, { requestId })).toBe(1);
  });

  it("a run that is started again asks anew; the same deployment under another delivery id does not", async () => {
    const again = eventOf({ deployment: { ...(eventOf().deployment as object), id: 2 } }, 41);
    const first = await deliver(github, eventOf({}, 41));
    const same = await deliver(github, eventOf({}, 41));
    const anew = await deliver(github, again);
    const ids = [first, same, anew].map((each) => received(each).requestId);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it("any order of them, with any doubled, gives the state of each once in order", async () => {
    const parts = [1, 2, 3].map((run) => ({
      id: `d-${run}`,
      body: eventOf({}, run),
      name: "deployment_protection_rule",
    }));
    const odd = [
      { id: "d-4", body: eventOf({ deployment_callback_url: undefined }, 4), name: "deployment_protection_rule" },
      { id: "d-5", body: eventOf({ environment: "moon" }, 5), name: "deployment_protection_rule" },
      { id: "d-6", body: { zen: "Speak like a human." }, name: "ping" },
    ];
    const all = [...parts, ...odd];
    const stateAfter = async (deliveredIn: typeof all) => {
      const own = await linkedGitHub(tenant, `Order ${unique()}`);
      for (const { id, body, name } of deliveredIn) {
        expect((await deliver(own, body, id, name)).status).toBeLessThan(300);
      }
      return requestsOf(database.web, own);
    };
    const expected = await stateAfter(all);
    expect(expected.map(({ state }) => state).sort()).toEqual([
      ...Array(2).fill("unanswerable"),
      ...Array(3).fill("waiting"),
    ]);
    const order = fc
      .array(fc.nat(all.length - 1), { maxLength: 8 })
      .chain((extra) => fc.shuffledSubarray([...all.keys(), ...extra], { minLength: all.length + extra.length }));
    await fc.assert(
      fc.asyncProperty(order, async (places) => {
        const deliveredIn = places.flatMap((place) => all[place] ?? []);
        expect(await stateAfter(deliveredIn)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
});
