import { expect, it } from "vitest";
import { call } from "@/lib/testing/http";
import { openDatabase } from "@/lib/testing/registry";
import { newApprovers } from "@/lib/testing/release";
import { rolledOut } from "@/lib/testing/rollout";
import { newTenant, newToken } from "@/lib/testing/tenant";
import { readinessRoute } from "./api/readiness";

openDatabase();

it("a dashboard reads the numbers with a token, in the shape that the document promises", async () => {
  const tenant = await newTenant();
  const { text: token, actor } = await newToken(tenant);
  await rolledOut(actor, await newApprovers(tenant));
  const answer = await call("GET", "/api/v1/readiness?period=30d&service=service-api", { token });
  const body = readinessRoute.operation.answer.parse(answer.json);
  expect(body).toMatchObject({
    ...{ period: { id: "30d" }, firstPass: { current: { part: 1, whole: 1 } } },
    dora: { measures: { deployments: 1, failures: 0 } },
  });
  expect((await call("GET", "/api/v1/readiness?period=soon", { token })).status).toBe(400);
});

it("a token that is limited to a service reads the numbers of that one alone", async () => {
  const tenant = await newTenant();
  const { text: token } = await newToken(tenant, ["read"], { serviceId: tenant.service.id });
  expect((await call("GET", "/api/v1/readiness", { token })).status).toBe(400);
  expect((await call("GET", "/api/v1/readiness?service=service-api", { token })).status).toBe(200);
});
