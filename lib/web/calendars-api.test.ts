import { beforeAll, expect, it } from "vitest";
import { createCalendarEntry } from "@/lib/registry/calendar/create";
import { freezeInput, laterWindowInput } from "@/lib/testing/calendar-records";
import { call } from "@/lib/testing/http";
import { openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, newToken } from "@/lib/testing/tenant";
import { calendarsRoute } from "./api/calendars";

openDatabase();
let token: string;

beforeAll(async () => {
  const tenant = await newTenant();
  const actor = await newPerson(tenant, ["change-board"]);
  token = (await newToken(tenant, ["read"])).text;
  await createCalendarEntry({ actor }, freezeInput());
  await createCalendarEntry({ actor }, laterWindowInput({ serviceId: tenant.service.id }));
});

it("GET /api/v1/calendars says what is in force and when that changes, so that a pipeline can wait for it", async () => {
  const { status, json } = await call("GET", "/api/v1/calendars?service=service-api", { token });
  expect(status).toBe(200);
  expect(calendarsRoute.operation?.answer.safeParse(json).error?.issues ?? []).toEqual([]);
  expect(json.items).toMatchObject([
    { kind: "window", service: "service-api", inForce: false, nextChange: expect.stringMatching(/:00\.000Z$/) },
    { kind: "freeze", service: null, inForce: true, nextChange: expect.stringMatching(/:00\.000Z$/) },
  ]);
});

it("a filter leaves out what concerns only others", async () => {
  const { json } = await call("GET", "/api/v1/calendars?service=cli&environment=production", { token });
  expect(json.items).toMatchObject([{ kind: "freeze" }]);
  expect(json.items).toHaveLength(1);
});

it("without a token nothing is told", async () => {
  expect((await call("GET", "/api/v1/calendars")).status).toBe(401);
});
