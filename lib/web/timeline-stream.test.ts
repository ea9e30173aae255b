import { beforeAll, describe, expect, it } from "vitest";
import { declareIncident } from "@/lib/registry/incident/declare";
import { noteIncident } from "@/lib/registry/incident/timeline/note";
import { revokeToken } from "@/lib/registry/token/revoke";
import { call, respond } from "@/lib/testing/http";
import { openDatabase } from "@/lib/testing/registry";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { timelineStreamRoute } from "./api/incident-timeline";
import { MOST_STREAMS, openStream } from "./open-streams";

openDatabase();
let tenant: TestTenant;
let incidentId: string;
let commander: { actor: Awaited<ReturnType<typeof newPerson>> };
const note = (text: string) => noteIncident(commander, { incidentId, text });

beforeAll(async () => {
  tenant = await newTenant();
  commander = { actor: await newPerson(tenant, ["incident-commander"]) };
  const wish = { service: tenant.service.slug, severity: "sev3", title: "It is slow" };
  ({ id: incidentId } = await declareIncident(commander, wish));
});

/** The stream as its text so far, read until something is in it. */
async function stream(token: string, headers: Record<string, string> = {}) {
  const ending = new AbortController();
  const address = `http://readiness.test/api/v1/incidents/${incidentId}/stream`;
  const sent = { authorization: `Bearer ${token}`, ...headers };
  const answer = await respond(new Request(address, { headers: sent, signal: ending.signal }));
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  async function until(sought: string | null): Promise<string> {
    while (sought === null || !text.includes(sought)) {
      const next = await reader?.read();
      if (!next || next.done) return text;
      text += next.value;
    }
    return text;
  }
  return { answer, until, end: () => ending.abort() };
}
const idsIn = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

describe("the stream of a timeline", () => {
  it("says what is there, then what is written, and may be kept back by nobody on its way", async () => {
    const { text: token } = await newToken(tenant);
    const { answer, until, end } = await stream(token);
    expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(answer.headers.get("x-accel-buffering")).toBe("no");
    const beginning = await until("event: beat");
    expect(idsIn(beginning)).toEqual([1]);
    const { sequence } = await note("The pool\nis exhausted.");
    const later = await until("is exhausted");
    expect(idsIn(later)).toEqual([1, sequence]);
    expect(later).toContain(String.raw`"text":"The pool\nis exhausted."`);
    end();
    await until(null);
  });

  it("goes on after the last event that the reader has, however it says so", async () => {
    const { text: token } = await newToken(tenant);
    const { sequence } = await note("the last one");
    const { until, end } = await stream(token, { "last-event-id": String(sequence - 1) });
    expect(idsIn(await until("event: beat"))).toEqual([sequence]);
    end();
  });

  it("ends when the token does, without another word", async () => {
    const { id, text: token } = await newToken(tenant);
    const { until } = await stream(token);
    await until("event: beat");
    await revokeToken(confirmed(tenant.admin), { tokenId: id });
    await note("not for revoked tokens");
    expect(await until(null)).not.toContain("not for revoked tokens");
  });

  it("is refused like any other read, and HEAD takes no place", async () => {
    const address = `/api/v1/incidents/${incidentId}/stream`;
    expect((await call("GET", address)).status).toBe(401);
    const { text: token } = await newToken(tenant);
    expect((await call("GET", address.replace(incidentId, crypto.randomUUID()), { token })).status).toBe(404);
    expect((await call("GET", `${address}?after=-1`, { token })).status).toBe(400);
    const places = Array.from({ length: MOST_STREAMS }, () => openStream(new AbortController().signal));
    expect((await call("GET", address, { token })).status).toBe(503);
    places[0]?.end();
    const head = { method: "HEAD", headers: { authorization: `Bearer ${token}` } };
    const asked = () => timelineStreamRoute(new Request(`http://readiness.test${address}`, head), { params });
    const params = Promise.resolve({ id: incidentId });
    expect([(await asked()).status, (await asked()).status]).toEqual([200, 200]);
    for (const place of places) place.end();
  });
});
