import { beforeAll, describe, expect, it } from "vitest";
import { census } from "@/lib/testing/census";
import { deploymentTold } from "@/lib/testing/deployment-records";
import {
  manifestDocument,
  metricsDocument,
  rehearsalDocument,
  scorecardDocument,
  testResultsDocument,
} from "@/lib/testing/documents";
import { type Answer, call } from "@/lib/testing/http";
import { openDatabase } from "@/lib/testing/registry";
import { newRelease } from "@/lib/testing/release";
import { newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import type { Method } from "./endpoint";
import { problemDocument } from "./problem";

const database = openDatabase();
let tenant: TestTenant;
let token: string;

type Target = { method: Method; address: string; body: Record<string, unknown> };
const NAMES = [
  "release",
  "advance",
  "scorecard",
  "testResults",
  "metrics",
  "rehearsal",
  "deployment",
  "manifest",
  "simulation",
] as const;
type Name = (typeof NAMES)[number];
let targets: Record<Name, Target>;

beforeAll(async () => {
  tenant = await newTenant();
  const made = await newToken(tenant);
  token = made.text;
  const release = await newRelease(made.actor);
  const { id, service, environment, commit } = release;
  const at = `/api/v1/releases/${id}`;
  const scorecard = { service, environment, commit, document: scorecardDocument(release) };
  const candidate = { service, environment, commit, version: "9.9" };
  const simulation = { policy: { require_rehearsal: true }, facts: {}, at: "2026-01-01T00:00:00Z" };
  const manifest = manifestDocument(release, { feature_flags: [{ name: "new", from: null, to: "on" }] });
  const post = (address: string, body: Record<string, unknown>): Target => ({ method: "POST", address, body });
  targets = {
    release: post("/api/v1/releases", candidate),
    advance: post(`${at}/advance`, { stage: "build", status: "running", note: "go", artifacts: [] }),
    scorecard: post("/api/v1/scorecards", scorecard),
    testResults: post("/api/v1/test-results", { service, document: testResultsDocument(release) }),
    metrics: post("/api/v1/metrics", { service, document: metricsDocument(release) }),
    rehearsal: post("/api/v1/rehearsals", rehearsalDocument(release)),
    deployment: post("/api/v1/deployments", { service, environment, ...deploymentTold }),
    manifest: { method: "PUT", address: `${at}/manifest`, body: manifest },
    simulation: post("/api/v1/gate/simulate", simulation),
  };
});

function expectProblem(answer: Answer, what: string): void {
  expect(problemDocument.safeParse(answer.json).error?.issues ?? [], what).toEqual([]);
  expect(answer.problem.status, what).toBe(answer.status);
  expect(answer.headers.get("content-type"), what).toBe("application/problem+json");
  expect(answer.headers.get("cache-control"), what).toBe("no-store");
  expect(answer.headers.get("x-content-type-options"), what).toBe("nosniff");
}

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
const MALFORMED: [string, string | Uint8Array][] = [
  ["nothing", ""],
  ["white space", "  \n "],
  ["half a document", '{"service": '],
  ["null", "null"],
  ["a list", "[]"],
  ["a text", '"service"'],
  ["a number", "12"],
  ["two documents", "{} {}"],
  ["a trailing comma", '{"service":"a",}'],
  ["a comment", '{"service":"a" /* b */}'],
  ["single quotes", "{'service':'a'}"],
  ["NaN", '{"service":NaN}'],
  ["a duplicate key", '{"service":"a","service":"b"}'],
  ["a duplicate key by escape", '{"service":"a","\\u0073ervice":"b"}'],
  ["a __proto__ key", '{"__proto__":{"service":"a"}}'],
  ["65 levels", deep(65)],
  ["100,000 levels", deep(100_000)],
  ["an integer beyond 2^53", '{"service":9007199254740993}'],
  ["a number beyond double", '{"service":1e999}'],
  ["an escaped NUL", '{"service":"a\\u0000"}'],
  ["a raw NUL", '{"service":"a\u0000"}'],
  ["half a surrogate pair", '{"service":"\\ud800"}'],
  ["half a surrogate pair as a key", '{"\\udfff":1}'],
  ["bytes that are not UTF-8", Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d)],
  ["a surrogate in UTF-8", Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
  ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00)],
];

describe.each(NAMES)("a malformed %s", (name) => {
  it("is a 400 and changes nothing", async () => {
    const before = await census(database.web, tenant.tenantId);
    for (const [what, body] of MALFORMED) {
      const { method, address } = targets[name];
      const answer = await call(method, address, { token, body });
      expect({ what, status: answer.status }).toEqual({ what, status: 400 });
      expectProblem(answer, what);
    }
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
  });

  it("with an unknown key is a 400 that names the key", async () => {
    const { method, address, body } = targets[name];
    const { status, problem } = await call(method, address, { token, body: { ...body, surprise: 1 } });
    expect({ status, paths: problem.issues.map(({ path }) => path) }).toEqual({ status: 400, paths: ["surprise"] });
  });

  it("of another content type is a 415", async () => {
    const { method, address, body } = targets[name];
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", ""]) {
      const answer = await call(method, address, { token, body, headers: { "content-type": type } });
      expect({ type, status: answer.status }).toEqual({ type, status: 415 });
      expectProblem(answer, type);
    }
  });
});

const BAD_VALUES = [
  "null",
  "true",
  "-1.5",
  '""',
  '"\\u0000"',
  "[]",
  "{}",
  "9007199254740993",
  '"0000-01-01T00:00:00Z"',
  '"9999-12-31T23:59:59-23:59"',
];

/** The way to every member and element of a document. */
function placesOf(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [way];
  const inside = Object.entries(value).flatMap(([key, member]) => placesOf(member, [...way, key]));
  return way.length > 0 ? [way, ...inside] : inside;
}

function withAt(value: unknown, [key, ...rest]: string[], put: unknown): unknown {
  if (key === undefined) return put;
  const copy = Array.isArray(value) ? [...value] : { ...(value as Record<string, unknown>) };
  (copy as Record<string, unknown>)[key] = withAt((copy as Record<string, unknown>)[key], rest, put);
  return copy;
}

describe.each(NAMES)("a %s with a bad value at any one place", (name) => {
  it("is never a 5xx, and what is refused names a place", async () => {
    const { method, address, body } = targets[name];
    let refused = 0;
    const places = placesOf(body).flatMap((way) => BAD_VALUES.map((bad) => ({ way, bad })));
    for (const { way, bad } of places) {
      const text = JSON.stringify(withAt(body, way, "@here@")).replace('"@here@"', () => bad);
      const answer = await call(method, address, { token, body: text });
      const what = `${way.join(".")} = ${bad}`;
      expect(answer.status, what).toBeLessThan(500);
      if (answer.status < 400) continue;
      refused += 1;
      expectProblem(answer, what);
      expect(answer.problem.issues.length, what).toBeGreaterThan(0);
    }
    expect(refused).toBeGreaterThan(0);
  });
});

describe("fields are named as the client sent them", () => {
  const cases: [Name, Record<string, unknown>, string][] = [
    ["release", { version: "not a version" }, "version"],
    ["advance", { artifacts: ["sha256:0"] }, "artifacts[0]"],
    ["scorecard", { document: { release: "1", generated_at: "yesterday", suites: [] } }, "document.generated_at"],
    ["scorecard", { service: "no-such-service" }, "service"],
    ["metrics", { document: { run_id: "" } }, "document.run_id"],
    ["testResults", { document: { suites: [{ suite: "" }] } }, "document.suites[0].suite"],
    ["testResults", { service: "no-such-service" }, "service"],
    ["rehearsal", { finished_at: "2999-01-01T00:00:00Z" }, "finished_at"],
    ["manifest", { artifacts: [{ name: "a", hash: "md5:0" }] }, "artifacts[0].hash"],
    ["manifest", { commit: "f".repeat(40) }, "commit"],
    ["simulation", { at: "2026-01-01" }, "at"],
  ];
  it.each(cases)("%s %j → %s", async (name, change, path) => {
    const { method, address, body } = targets[name];
    const { status, problem } = await call(method, address, { token, body: { ...body, ...change } });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(problem.issues.map((issue) => issue.path)).toContain(path);
  });
});

describe("addresses", () => {
  const absent = "01900000-0000-7000-8000-000000000000";
  it.each(["x", "1", "%00", `${absent}'`, absent])("a release %j is not found", async (id) => {
    for (const [method, rest] of [
      ["GET", ""],
      ["GET", "/gate"],
      ["GET", "/manifest"],
      ["POST", "/gate"],
    ] as const) {
      const answer = await call(method, `/api/v1/releases/${id}${rest}`, { token });
      expect({ id, method, rest, status: answer.status }).toMatchObject({ status: 404 });
      expectProblem(answer, id);
    }
    expect((await call("GET", `/api/v1/decisions/${id}`, { token })).status).toBe(404);
  });

  const queries: [string, string][] = [
    ["limit=0", "limit"],
    ["limit=many", "limit"],
    ["limit=1e9", "limit"],
    ["verdict=maybe", "verdict"],
    ["stage=soon", "stage"],
    ["cursor=abc", "cursor"],
    ["cursor=WyIwMDAwLTAxLTAxVDAwOjAwOjAwWiIsIjAxOTAwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMCJd", "cursor"],
    ["service=%00", "service"],
    ["version=1&version=2", "version"],
    ["colour=red", "colour"],
  ];
  it.each(queries)("a query of %s is a 400 that names %s", async (query, path) => {
    const answer = await call("GET", `/api/v1/releases?${query}`, { token });
    expect({ status: answer.status, paths: answer.problem.issues.map((issue) => issue.path) }).toEqual({
      status: 400,
      paths: [path],
    });
    expectProblem(answer, query);
  });

  const evidenceQueries: [string, string][] = [
    ["tests/flaky?days=0", "days"],
    ["tests/flaky?days=366", "days"],
    ["tests/flaky?limit=201", "limit"],
    ["tests/flaky?cursor=abc", "cursor"],
    ["tests/flaky?cursor=WzIsMSwiMDE5MDAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAwIl0", "cursor"],
    ["tests/flaky?colour=red", "colour"],
    ["events?name=readiness.everything_is_fine", "name"],
    ["events?cursor=abc", "cursor"],
    ["events?name=readiness.suite_failed&name=readiness.suite_failed", "name"],
  ];
  it.each(evidenceQueries)("%s is a 400 that names %s", async (query, path) => {
    const { status, problem } = await call("GET", `/api/v1/${query}`, { token });
    expect({ status, paths: problem.issues.map((issue) => issue.path) }).toEqual({ status: 400, paths: [path] });
  });
});
