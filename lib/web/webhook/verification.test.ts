import { beforeAll, describe, expect, it } from "vitest";
import { rotateSecret } from "@/lib/registry/integration/rotate-secret";
import { setIntegrationEnabled } from "@/lib/registry/integration/set-enabled";
import { census, ledgerOf } from "@/lib/testing/census";
import { deliver, eventOf, linkedGitHub, nextDelivery } from "@/lib/testing/github-webhook";
import { call } from "@/lib/testing/http";
import { appKeys, gitHubHeaders, type TestIntegration } from "@/lib/testing/integration-records";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { confirmed, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { MAX_WEBHOOK_BYTES } from "./receive";

const database = openDatabase();
let tenant: TestTenant;
let github: TestIntegration;

beforeAll(async () => {
  tenant = await newTenant();
  github = await linkedGitHub(tenant, "GitHub");
});

describe("a webhook that nobody verified", () => {
  it("gets one and the same answer for every reason, and changes nothing", async () => {
    const disabled = await linkedGitHub(tenant, "Disabled");
    await setIntegrationEnabled({ actor: tenant.admin }, { integrationId: disabled.id, enabled: false });
    const rotated = await linkedGitHub(tenant, "Rotated");
    await rotateSecret(confirmed(tenant.admin), { integrationId: rotated.id });
    const before = await census(database.web, tenant.tenantId);
    const body = JSON.stringify(eventOf());
    const good = gitHubHeaders(github.secret, body, nextDelivery());
    const { "x-hub-signature-256": signature, ...unsigned } = good;
    const attempts: [string, string, string, Record<string, string>][] = [
      ["an unknown integration", "01900000-0000-7000-8000-000000000000", body, good],
      ["no id at all", "x", body, good],
      ["a disabled one", disabled.id, body, gitHubHeaders(disabled.secret, body, nextDelivery())],
      ["the secret before the last", rotated.id, body, gitHubHeaders(rotated.secret, body, nextDelivery())],
      ["no signature", github.id, body, unsigned],
      ["an empty signature", github.id, body, { ...good, "x-hub-signature-256": "" }],
      ["SHA-1 only", github.id, body, { ...unsigned, "x-hub-signature": signature.replace("sha256", "sha1") }],
      ["a cut signature", github.id, body, { ...good, "x-hub-signature-256": signature.slice(0, -1) }],
      ["a longer signature", github.id, body, { ...good, "x-hub-signature-256": `${signature}0` }],
      ["upper case", github.id, body, { ...good, "x-hub-signature-256": signature.toUpperCase() }],
      ["not ASCII", github.id, body, { ...good, "x-hub-signature-256": `${signature.slice(0, -1)}é` }],
      ["a changed byte", github.id, body.replace("production", "productioN"), good],
      ["a body that is no JSON", github.id, "{", good],
      ["an API token", github.id, body, { ...unsigned, authorization: `Bearer ${github.secret}` }],
    ];
    const answers = new Set<string>();
    for (const [what, id, sent, headers] of attempts) {
      const { status, problem } = await call("POST", `/api/v1/webhooks/${id}`, { body: sent, headers });
      expect({ what, status }).toEqual({ what, status: 401 });
      answers.add(JSON.stringify({ ...problem, traceId: null }));
    }
    expect(answers.size).toBe(1);
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
  });

  it("is cut off above a MiB and refused when compressed, before anything is verified", async () => {
    const body = "x".repeat(MAX_WEBHOOK_BYTES + 1);
    const at = `/api/v1/webhooks/${github.id}`;
    expect((await call("POST", at, { body, headers: {} })).status).toBe(413);
    expect((await call("POST", at, { body: "{}", headers: { "content-encoding": "gzip" } })).status).toBe(415);
  });
});

it("no secret is in the ledger, and none in the tables but sealed", async () => {
  expect((await deliver(github, eventOf())).status).toBe(202);
  const entries = JSON.stringify(await ledgerOf(database.web, tenant.tenantId));
  const key = appKeys().privateKey.split("\n")[3] ?? "no key";
  for (const secret of [github.secret, key]) expect(entries).not.toContain(secret);
  const rows = await asApp(database.web, { tenantId: tenant.tenantId }, (client) =>
    client.query("select to_jsonb(i)::text as row from integration i"),
  );
  for (const { row } of rows.rows) for (const secret of [github.secret, key]) expect(row).not.toContain(secret);
});
