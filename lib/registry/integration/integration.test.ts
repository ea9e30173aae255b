import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { ledgerOf } from "@/lib/testing/census";
import { appKeys, newIntegration } from "@/lib/testing/integration-records";
import { openDatabase } from "@/lib/testing/registry";
import { confirmed, newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { createIntegration } from "./create";
import { linkRepository } from "./link";
import { presentedIntegration } from "./presented";
import { listIntegrations } from "./queries";
import { rotateSecret } from "./rotate-secret";
import { setIntegrationEnabled } from "./set-enabled";
import { unlinkRepository } from "./unlink";
import { updateIntegration } from "./update";

const database = openDatabase();
let tenant: TestTenant;
beforeAll(async () => {
  tenant = await newTenant();
});

const issuePaths = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(
    () => ({ issues: [{ path: "nothing was refused" }] }),
    (thrown: { issues: { path: string }[] }) => thrown,
  );
  return error.issues.map(({ path }) => path);
};
const github = (more: Record<string, unknown> = {}) => ({
  kind: "github",
  name: "New",
  appId: "1",
  privateKey: appKeys().privateKey,
  ...more,
});

describe("an integration", () => {
  it("has a secret of 256 bits that is told once and is nowhere in the list", async () => {
    const { id, secret } = await newIntegration(tenant, "github", { name: "One" });
    expect(secret).toMatch(/^[A-Za-z0-9]{43}$/);
    expect((await presentedIntegration(id))?.webhookSecret).toBe(secret);
    const listed = JSON.stringify(await listIntegrations(tenant.admin));
    expect(listed).toContain('"name":"One"');
    for (const word of [secret, "PRIVATE KEY", "ealed"]) expect(listed).not.toContain(word);
  });

  const bad: [string, Record<string, unknown>, string][] = [
    ["an address in the clear", { apiUrl: "http://github.example.com/api/v3" }, "apiUrl"],
    ["an address with credentials", { apiUrl: "https://u:p@github.example.com" }, "apiUrl"],
    ["no address", { apiUrl: "github" }, "apiUrl"],
    ["half a key", { privateKey: appKeys().privateKey.slice(0, 400) }, "privateKey"],
    ["a public key", { privateKey: appKeys().publicKey }, "privateKey"],
    ["a key of another kind", { privateKey: ecKey() }, "privateKey"],
    ["no app", { appId: "" }, "appId"],
  ];
  it.each(bad)("with %s is refused, and the error repeats nothing of it", async (_, change, path) => {
    const work = createIntegration(confirmed(tenant.admin), github(change));
    expect(await issuePaths(work)).toEqual([path]);
    await expect(work).rejects.not.toThrow(/BEGIN|u:p/);
  });

  it("needs the password, a name of its own and somebody who may", async () => {
    await expect(createIntegration({ actor: tenant.admin }, github())).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await newIntegration(tenant, "webhook", { name: "Taken" });
    const again = createIntegration(confirmed(tenant.admin), { kind: "webhook", name: "Taken" });
    expect(await issuePaths(again)).toEqual(["name"]);
    const engineer = await newPerson(tenant, ["engineer"]);
    await expect(listIntegrations(engineer)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is not presented while it is disabled, nor with the secret that it had before", async () => {
    const { id, secret } = await newIntegration(tenant, "webhook", { name: "Two" });
    const { webhookSecret } = await rotateSecret(confirmed(tenant.admin), { integrationId: id });
    expect(webhookSecret).not.toBe(secret);
    expect((await presentedIntegration(id))?.webhookSecret).toBe(webhookSecret);
    await setIntegrationEnabled({ actor: tenant.admin }, { integrationId: id, enabled: false });
    expect(await presentedIntegration(id)).toBeNull();
    await setIntegrationEnabled({ actor: tenant.admin }, { integrationId: id, enabled: true });
    expect((await presentedIntegration(id))?.webhookSecret).toBe(webhookSecret);
  });

  it("keeps its secret when it is renamed, and a new key is recorded without being told", async () => {
    const { id, secret } = await newIntegration(tenant, "github", { name: "Three" });
    const change = { integrationId: id, name: "Third", privateKey: appKeys().privateKey };
    await updateIntegration(confirmed(tenant.admin), change);
    expect(await presentedIntegration(id)).toMatchObject({ webhookSecret: secret, actor: { name: "Third" } });
    const body = (await ledgerOf(database.web, tenant.tenantId)).at(-1)?.body;
    expect(body).toMatchObject({ data: { privateKeyReplaced: true, before: { name: "Three" } } });
    expect(JSON.stringify(body)).not.toContain("PRIVATE");
  });
});

describe("a link", () => {
  it("says it again to change it, and is gone once it is taken away", async () => {
    const { id: integrationId } = await newIntegration(tenant, "github", { name: "Links" });
    const link = { integrationId, repository: "Acme/Shop", serviceId: tenant.service.id };
    const first = await linkRepository({ actor: tenant.admin }, link);
    const second = await linkRepository({ actor: tenant.admin }, link);
    expect(second).toEqual({ id: first.id, repository: "acme/shop" });
    const linksOf = async () =>
      (await listIntegrations(tenant.admin)).items.find(({ id }) => id === integrationId)?.links;
    expect(await linksOf()).toMatchObject([{ repository: "acme/shop", service: "service-api" }]);
    await unlinkRepository({ actor: tenant.admin }, { linkId: first.id });
    expect(await linksOf()).toEqual([]);
  });

  it("leads to nothing of another tenant", async () => {
    const other = await newTenant();
    const { id: integrationId } = await newIntegration(tenant, "github", { name: "Own" });
    const link = { integrationId, repository: "a/b", serviceId: other.service.id };
    expect(await issuePaths(linkRepository({ actor: tenant.admin }, link))).toEqual(["serviceId"]);
    const mapped = { ...link, serviceId: tenant.service.id, environments: { prod: other.service.id } };
    expect(await issuePaths(linkRepository({ actor: tenant.admin }, mapped))).toEqual(["environments"]);
    expect(await issuePaths(linkRepository({ actor: tenant.admin }, { ...link, repository: "only-a-name" }))).toEqual([
      "repository",
    ]);
  });
});

function ecKey(): string {
  return generateKeyPairSync("ec", { namedCurve: "P-256" })
    .privateKey.export({ type: "sec1", format: "pem" })
    .toString();
}
