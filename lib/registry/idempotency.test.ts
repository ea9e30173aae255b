import { beforeAll, expect, it } from "vitest";
import { countOf, ledgerOf } from "@/lib/testing/census";
import { openDatabase } from "@/lib/testing/registry";
import { newRelease } from "@/lib/testing/release";
import { newTenant, newToken, type TestTenant, type TestToken } from "@/lib/testing/tenant";
import { advanceRelease } from "./release/advance";
import { createRelease } from "./release/create";

const database = openDatabase();
let tenant: TestTenant;
let token: TestToken;
const COPIES = 16;

beforeAll(async () => {
  tenant = await newTenant();
  token = await newToken(tenant);
});

const input = (version: string) => ({
  service: "service-api",
  environment: "production",
  version,
  commit: "d".repeat(40),
});
const ledgerSize = async () => (await ledgerOf(database.web, tenant.tenantId)).length;

it("sixteen requests at once with one key make one record and get one answer", async () => {
  const size = await ledgerSize();
  const context = { actor: token.actor, idempotencyKey: "deploy-1" };
  const answers = await Promise.all(Array.from({ length: COPIES }, () => createRelease(context, input("1.0"))));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(await countOf(database.web, tenant.tenantId, "release")).toBe(1);
  expect(await ledgerSize()).toBe(size + 1);
});

it("the same key with another body, or another command, is a conflict that changes nothing", async () => {
  const context = { actor: token.actor, idempotencyKey: "deploy-2" };
  const { id } = await createRelease(context, input("2.0"));
  const size = await ledgerSize();
  await expect(createRelease(context, input("2.1"))).rejects.toMatchObject({ code: "conflict" });
  await expect(advanceRelease(context, { releaseId: id, stage: "build" })).rejects.toMatchObject({ code: "conflict" });
  expect(await ledgerSize()).toBe(size);
});

it("a key belongs to its actor: another token's same key is another key", async () => {
  const other = await newToken(tenant);
  const first = await createRelease({ actor: token.actor, idempotencyKey: "shared" }, input("3.0"));
  const second = await createRelease({ actor: other.actor, idempotencyKey: "shared" }, input("3.1"));
  expect(second.id).not.toBe(first.id);
});

it("a request that failed keeps no key, so that it can be tried again", async () => {
  const context = { actor: token.actor, idempotencyKey: "deploy-4" };
  const wrong = { ...input("4.0"), service: "not-there-yet" };
  await expect(createRelease(context, wrong)).rejects.toMatchObject({ code: "not_found" });
  await expect(createRelease(context, input("4.0"))).resolves.toMatchObject({ version: "4.0" });
});

it("a refusal that was recorded is answered again as a refusal and recorded once", async () => {
  const { id: releaseId } = await newRelease(token.actor);
  const context = { actor: token.actor, idempotencyKey: "skip" };
  const size = await ledgerSize();
  const attempts = [1, 2, 3].map(() => advanceRelease(context, { releaseId, stage: "staging" }));
  for (const result of await Promise.allSettled(attempts)) {
    expect(result).toMatchObject({ status: "rejected", reason: { code: "conflict", issues: [{ path: "stage" }] } });
  }
  expect(await ledgerSize()).toBe(size + 1);
});
