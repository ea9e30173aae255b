import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { postRelease } from "@/lib/jobs/handlers/post-release";
import { call, respond } from "@/lib/testing/http";
import { openDatabase } from "@/lib/testing/registry";
import { newApprovers } from "@/lib/testing/release";
import { rolledOut } from "@/lib/testing/rollout";
import { newTenant, newToken } from "@/lib/testing/tenant";

openDatabase();

it("sends the archive byte by byte as it was sealed, and tells the checklist with the release", async () => {
  const tenant = await newTenant();
  const { actor, text: token } = await newToken(tenant);
  const { id } = await rolledOut(actor, await newApprovers(tenant));
  const address = `/api/v1/releases/${id}/archive`;
  expect((await call("GET", address, { token })).status).toBe(404);
  await postRelease({ tenantId: tenant.tenantId, releaseId: id });
  const headers = { authorization: `Bearer ${token}` };
  const response = await respond(new Request(new URL(address, "http://readiness.test"), { headers }));
  const bytes = Buffer.from(await response.arrayBuffer());
  const digest = createHash("sha256").update(bytes);
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="service-api-[\w.-]+-archive\.json"$/,
  );
  expect(response.headers.get("repr-digest")).toBe(`sha-256=:${digest.digest("base64")}:`);
  expect(JSON.parse(bytes.toString())).toMatchObject({ kind: "readiness.release-archive", release: { id } });
  const { json } = await call("GET", `/api/v1/releases/${id}`, { token });
  expect(json).toMatchObject({ verification: "watching", checklist: { open: 0, done: 3 } });
  const stranger = await newToken(await newTenant());
  expect((await call("GET", address, { token: stranger.text })).status).toBe(404);
});
