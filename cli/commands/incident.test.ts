import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as evidence from "../testing/evidence";
import { run, Workspace } from "../testing/run";
import { answerJson, FakeServer } from "../testing/server";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.with();
});
afterAll(() => workspace.remove());

const ID = "0199a5c4-7777-7222-8333-444455556666";
const LISTED = {
  id: ID,
  reference: "INC-7",
  severity: "sev1",
  state: "mitigating",
  title: "All is down",
  declaredAt: "2025-10-01T12:00:00.000Z",
  services: ["review-worker", "service-api"],
};

/** What the command tells and asks, of a server that has INC-7 and answers every write with `answer`. */
async function incident(args: string[], answer: object = {}, listed: object[] = [LISTED]) {
  return FakeServer.during(
    ({ method }, response) =>
      method === "GET"
        ? answerJson(response, 200, { items: listed, nextCursor: null })
        : answerJson(response, 201, answer),
    async (server) => {
      const env = { ...server.env, READINESS_SERVICE: "service-api" };
      const result = await run(["incident", ...args], { cwd: workspace.folder, env, now: evidence.NOW });
      return { ...result, received: server.received, sent: server.received.find(({ method }) => method === "POST") };
    },
  );
}

describe("incident declare", () => {
  const declared = { id: ID, reference: "INC-7", duplicate: false };

  it("sends what is wrong, and says what people call it", async () => {
    const { code, out, err, sent } = await incident(
      ["declare", "--severity", "Sev1", "--title", "All is down", "--impact", "Nobody can pay.", "--affects", "web"],
      declared,
    );
    expect({ code, out, err }).toEqual({ code: 0, out: `INC-7 is declared as Sev1 on service-api (${ID})\n`, err: "" });
    expect({ url: sent?.url, body: sent?.body }).toEqual({
      url: "/api/v1/incidents",
      body: {
        ...{ service: "service-api", severity: "sev1", title: "All is down", impact: "Nobody can pay." },
        affectedServices: ["web"],
      },
    });
  });

  it("from an alert whose incident is open says where it was noted", async () => {
    const alert = ["--alert-source", "prometheus", "--alert-key", "HighErrorRate"];
    const told = ["declare", "--severity", "sev2", "--title", "Errors", ...alert];
    const { code, out, sent } = await incident(told, { ...declared, duplicate: true });
    expect({ code, out }).toEqual({
      code: 0,
      out: `INC-7 is open for this alert already; it is noted there (${ID})\n`,
    });
    const firedAt = evidence.NOW.toISOString();
    expect(sent?.body).toMatchObject({ alert: { source: "prometheus", key: "HighErrorRate", firedAt } });
  });

  it("after an earlier one of the same words is another incident: each run has a key of its own", async () => {
    const keys = await FakeServer.during(
      (_, response) => answerJson(response, 201, declared),
      async (server) => {
        const world = { cwd: workspace.folder, env: { ...server.env, READINESS_SERVICE: "service-api" } };
        const args = ["incident", "declare", "--severity", "sev1", "--title", "All is down"];
        await run(args, { ...world, randomId: () => "first" });
        await run(args, { ...world, randomId: () => "second" });
        return server.received.map(({ headers }) => headers["idempotency-key"]);
      },
    );
    expect(keys).toEqual(["first", "second"]);
  });
});

describe("an incident that is named by its reference", () => {
  it("gets a note under an id of its own", async () => {
    const { code, out, received, sent } = await incident(
      ["note", "inc-7", "The pool is exhausted.", "--update", "--evidence", "https://dashboards.example.com"],
      { id: ID, sequence: 4 },
    );
    expect({ code, out }).toEqual({ code: 0, out: "Entry 4 is on the timeline of inc-7\n" });
    expect(received.map(({ url }) => url)).toEqual(["/api/v1/incidents?q=INC-7", `/api/v1/incidents/${ID}/entries`]);
    expect(sent?.body).toEqual({
      ...{ entryId: expect.any(String), kind: "update", text: "The pool is exhausted." },
      evidenceUrl: "https://dashboards.example.com",
    });
  });

  it("is acknowledged and resolved", async () => {
    const acknowledged = await incident(["acknowledge", "INC-7"], { id: ID, state: "acknowledged" });
    expect(acknowledged.out).toBe("INC-7: your acknowledgement is noted; it is acknowledged\n");
    const resolved = await incident(["resolve", "INC-7", "--note", "1.9 is back."], { id: ID, resolvedAt: "now" });
    expect(resolved.out).toBe("INC-7 is resolved since now\n");
    expect([acknowledged.sent, resolved.sent]).toMatchObject([
      { url: `/api/v1/incidents/${ID}/acknowledge`, body: {} },
      { url: `/api/v1/incidents/${ID}/resolve`, body: { note: "1.9 is back." } },
    ]);
  });

  it("that there is not is bad input, and nothing is written", async () => {
    const { code, err, sent } = await incident(["resolve", "INC-8"]);
    expect({ code, err, sent }).toEqual({
      code: 3,
      err: expect.stringContaining("INC-8: there is no such incident"),
      sent: undefined,
    });
  });
});

describe("incident list", () => {
  it("asks for the open ones, and tells each in a line", async () => {
    const { code, out, received } = await incident(["list", "--severity", "Sev1"]);
    expect(received[0]?.url).toBe("/api/v1/incidents?limit=50&state=open&severity=sev1");
    const line = "INC-7 sev1 mitigating 2025-10-01T12:00:00.000Z review-worker,service-api: All is down\n";
    expect({ code, out }).toEqual({ code: 0, out: line });
  });

  it("says that none is open", async () => {
    expect(await incident(["list"], {}, [])).toMatchObject({ code: 0, out: "No incident is open.\n" });
  });
});

it.each([
  ["a severity that there is not", ["declare", "--severity", "sev4", "--title", "x"]],
  ["no title", ["declare", "--severity", "sev1"]],
  ["half an alert", ["declare", "--severity", "sev1", "--title", "x", "--alert-key", "k"]],
  ["a time of an alert that is none", ["declare", "--severity", "sev1", "--title", "x", "--fired-at", "now"]],
  ["a time without a zone", ["note", ID, "x", "--at", "2025-10-01T12:00:00"]],
])("with %s is bad input and sends nothing", async (_, args) => {
  const { code, received } = await incident(args);
  expect({ code, received }).toEqual({ code: 3, received: [] });
});
