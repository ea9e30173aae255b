import { beforeAll, describe, expect, it } from "vitest";
import { composeToken, readToken } from "@/lib/core/token";
import { ledgerOf } from "@/lib/testing/census";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { confirmed, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { actorOfToken } from "./actor";
import { createToken } from "./create";
import { revokeToken } from "./revoke";

const database = openDatabase();
let tenant: TestTenant;

beforeAll(async () => {
  tenant = await newTenant();
});

const refused = (message: RegExp) => ({ code: "unauthenticated", message: expect.stringMatching(message) });

describe("a token is refused", () => {
  it("for every single character that is mistyped", async () => {
    const { text } = await newToken(tenant);
    for (let at = 0; at < text.length; at += 1) {
      const typed = `${text.slice(0, at)}${text[at] === "x" ? "y" : "x"}${text.slice(at + 1)}`;
      await expect(actorOfToken(typed), typed).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });

  it("with another secret, although its checksum is right", async () => {
    const { text } = await newToken(tenant);
    const parts = readToken(text);
    const forged = composeToken({ environment: "any", id: parts?.id ?? "", secret: "A".repeat(43) });
    await expect(actorOfToken(forged)).rejects.toMatchObject(refused(/not known/));
  });

  it("once it is revoked, which works once", async () => {
    const { id, text } = await newToken(tenant);
    await revokeToken({ actor: tenant.admin }, { tokenId: id });
    await expect(actorOfToken(text)).rejects.toMatchObject(refused(/revoked/));
    await expect(revokeToken({ actor: tenant.admin }, { tokenId: id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("once it has expired, by the database's clock", async () => {
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    const stepUp = { personId: tenant.admin.id, method: "password" as const, at: twoDaysAgo };
    const context = { actor: tenant.admin, stepUp, clock: () => twoDaysAgo };
    const { token } = await createToken(context, { name: "old", verbs: ["read"], expiresInDays: 1 });
    await expect(actorOfToken(token)).rejects.toMatchObject(refused(/expired/));
  });
});

describe("a token's text", () => {
  it("is stored nowhere: neither in its row nor in the ledger", async () => {
    const { text } = await newToken(tenant);
    const secret = text.split("_")[3] ?? "";
    expect(secret).toHaveLength(43);
    const rows = await asApp(database.web, { tenantId: tenant.tenantId }, (client) =>
      client.query("select to_jsonb(t)::text as row from api_token t"),
    );
    expect(JSON.stringify(rows.rows)).not.toContain(secret);
    expect(JSON.stringify(await ledgerOf(database.web, tenant.tenantId))).not.toContain(secret);
  });

  it("names its tenant's record, verbs and limits as they were given", async () => {
    const { id } = tenant.service;
    const { text } = await newToken(tenant, ["read", "gate:evaluate"], { serviceId: id });
    expect(await actorOfToken(text)).toMatchObject({
      kind: "token",
      tenantId: tenant.tenantId,
      verbs: ["read", "gate:evaluate"],
      serviceId: id,
      environmentId: null,
    });
  });

  it("can be given nothing but the verbs of pipelines", async () => {
    for (const verb of ["release:sign", "waiver:grant", "person:manage", "token:manage"]) {
      const attempt = createToken(confirmed(tenant.admin), { name: "x", verbs: [verb], expiresInDays: 1 });
      await expect(attempt).rejects.toMatchObject({ code: "invalid", issues: [{ path: "verbs[0]" }] });
    }
  });
});
