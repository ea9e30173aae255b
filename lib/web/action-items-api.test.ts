import { beforeAll, expect, it } from "vitest";
import { call } from "@/lib/testing/http";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, newToken } from "@/lib/testing/tenant";
import { itemRoute, itemsRoute } from "./api/action-items";

openDatabase();
const ITEMS = "/api/v1/action-items";
let token: string;

beforeAll(async () => {
  token = (await newToken(await newTenant(), ["read", "action-item:manage"])).text;
});

it("a pipeline opens an item, changes it, closes it and finds it by its filters", async () => {
  const body = { title: "Write the runbook", ownerName: "The platform team", dueAt: "2040-01-01T00:00:00Z" };
  const created = await call("POST", ITEMS, { token, body: { ...body, service: "service-api", priority: "high" } });
  expect(created.status).toBe(201);
  const address = `${ITEMS}/${created.json.id}`;
  await call("POST", ITEMS, { token, body: { ...body, title: "Another one" } });
  const found = await call("GET", `${ITEMS}?priority=high&service=service-api&q=runbook&limit=1`, { token });
  expect(itemsRoute.operation?.answer.safeParse(found.json).error?.issues ?? []).toEqual([]);
  expect(found.json).toMatchObject({ items: [{ id: created.json.id, priority: "high" }], nextCursor: null });
  const first = await call("GET", `${ITEMS}?limit=1`, { token });
  const second = await call("GET", `${ITEMS}?limit=1&cursor=${first.json.nextCursor}`, { token });
  expect(second.json.items[0]?.id).not.toBe(first.json.items[0]?.id);

  expect((await call("POST", `${address}/change`, { token, body: { title: "Write it all down" } })).status).toBe(200);
  const note = "It is in the wiki, and linked from the alert.";
  expect((await call("POST", `${address}/close`, { token, body: { state: "done", note } })).status).toBe(200);
  const shown = await call("GET", address, { token });
  expect(itemRoute.operation?.answer.safeParse(shown.json).error?.issues ?? []).toEqual([]);
  expect(shown.json).toMatchObject({ title: "Write it all down", state: "done", closing: { by: "pipeline", note } });
  expect((await call("POST", `${address}/close`, { token, body: { state: "done", note } })).status).toBe(409);
  expect((await call("GET", `${ITEMS}?overdue=true`, { token })).json.items).toEqual([]);
});

it("what cannot be is refused by the name of the field", async () => {
  const body = { title: " ", ownerName: "Somebody", dueAt: "2001-01-01T00:00:00Z" };
  const { status, problem } = await call("POST", ITEMS, { token, body });
  expect([status, problem.issues[0]?.path]).toEqual([400, "title"]);
  expect((await call("POST", ITEMS, { token, body: { ...body, title: "Late" } })).problem.issues[0]?.path).toBe(
    "dueAt",
  );
  expect((await call("GET", `${ITEMS}?state=finished`, { token })).status).toBe(400);
});
