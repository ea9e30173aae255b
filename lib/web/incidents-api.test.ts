import { expect, it } from "vitest";
import { call } from "@/lib/testing/http";
import { openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, newToken } from "@/lib/testing/tenant";
import { acknowledgeIncident } from "../registry/incident/acknowledge";
import { takeRole } from "../registry/incident/take-role";
import { declareIncidentRoute, incidentRoute, listIncidentsRoute } from "./api/incidents";
import { EXAMPLES } from "./openapi/examples";

openDatabase();

it("a pipeline declares an incident once, follows it and ends it, and the answers are what the document promises", async () => {
  const tenant = await newTenant();
  const { text: token } = await newToken(tenant);
  const body = { ...Object(EXAMPLES.declareIncident), affectedServices: [] };
  const headers = { "idempotency-key": "alert-871" };
  const declared = await call("POST", "/api/v1/incidents", { token, body, headers });
  expect({ status: declared.status, body: declareIncidentRoute.operation.answer.parse(declared.json) }).toEqual({
    status: 201,
    body: { id: expect.any(String), reference: "INC-1", duplicate: false },
  });
  const again = await call("POST", "/api/v1/incidents", { token, body, headers });
  expect(again.json).toEqual(declared.json);

  const { id } = declared.json;
  const at = `/api/v1/incidents/${id}`;
  const commander = await newPerson(tenant, ["incident-commander"], "Ines Commander");
  await takeRole({ actor: commander }, { incidentId: id, role: "commander" });
  await acknowledgeIncident({ actor: commander }, { incidentId: id });
  expect((await call("POST", `${at}/acknowledge`, { token })).status).toBe(200);
  const move = await call("POST", `${at}/move`, { token, body: EXAMPLES.moveIncident });
  expect(move.json).toEqual({ id, state: "mitigating" });
  const detail = incidentRoute.operation.answer.parse((await call("GET", at, { token })).json);
  expect(detail).toMatchObject({ commander: "Ines Commander", roles: [{ role: "commander", until: null }] });
  expect(detail).toMatchObject({ links: [{ kind: "url", href: body.alert.runbookUrl }] });
  const open = listIncidentsRoute.operation.answer.parse(
    (await call("GET", "/api/v1/incidents?state=open", { token })).json,
  );
  expect(open).toMatchObject({ items: [{ id, reference: "INC-1", severity: "sev2" }], nextCursor: null });
  expect((await call("POST", `${at}/resolve`, { token, body: EXAMPLES.resolveIncident })).status).toBe(200);
  expect((await call("POST", `${at}/resolve`, { token, body: {} })).status).toBe(409);
  expect((await call("GET", "/api/v1/incidents?state=open", { token })).json.items).toEqual([]);
});
