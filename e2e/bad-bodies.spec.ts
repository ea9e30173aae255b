import { expect, test } from "./fixtures";
import { manifest, metrics, scorecard } from "./support/documents";
import { ledgerEntriesAbout } from "./support/registry";

type Problem = { status: number; code: string; issues: { path: string; message: string }[] };

const json = { "content-type": "application/json" };
const author = { name: "Kenji Mori", email: "kenji@meridian.example" };

test("a bad body is refused with the field's name, and changes nothing", async ({ api, candidate, registry }) => {
  const subject = await candidate();
  const { id, service, environment, commit } = subject;
  const state = async () => ({
    ...(await api.release(id)),
    now: null,
    entries: await ledgerEntriesAbout(registry, id),
  });
  const before = await state();
  const good = { service, environment, commit };
  const card = scorecard(subject);
  const [unit, ...otherSuites] = card.suites;
  const content = manifest(subject, author);
  const attempts: [string, "POST" | "PUT", string, string, number, string | RegExp][] = [
    ["not JSON", "POST", "/api/v1/scorecards", "{", 400, ""],
    ["a list", "POST", "/api/v1/releases", "[]", 400, ""],
    ["a key twice", "POST", "/api/v1/releases", `{"service":"a","service":"b"}`, 400, /service/],
    ["too deep", "POST", "/api/v1/scorecards", "[".repeat(70) + "]".repeat(70), 400, /./],
    ["an unsafe integer", "POST", "/api/v1/metrics", `{"service":"a","document":9007199254740993}`, 400, /document/],
    [
      "an unknown member",
      "POST",
      `/api/v1/releases/${id}/advance`,
      `{"stage":"production","force":true}`,
      400,
      /force/,
    ],
    ["an unknown stage", "POST", `/api/v1/releases/${id}/advance`, `{"stage":"shipped"}`, 400, "stage"],
    ["a NUL", "POST", `/api/v1/releases/${id}/advance`, `{"stage":"aborted","note":"\\u0000"}`, 400, /note/],
    [
      "a suite twice",
      "POST",
      "/api/v1/scorecards",
      JSON.stringify({ ...good, document: { ...card, suites: [unit, ...otherSuites, { ...unit, status: "failed" }] } }),
      400,
      /suites\[5\]/,
    ],
    [
      "a negative latency",
      "POST",
      "/api/v1/scorecards",
      JSON.stringify({ ...good, document: { ...card, suites: [{ ...unit, p95_latency_ms: -1 }] } }),
      400,
      /p95_latency_ms/,
    ],
    [
      "a time without a zone",
      "POST",
      "/api/v1/metrics",
      JSON.stringify({ service, document: { ...metrics(subject), taken_at: "2026-01-01T10:00:00" } }),
      400,
      /taken_at/,
    ],
    [
      "a hash that is none",
      "PUT",
      `/api/v1/releases/${id}/manifest`,
      JSON.stringify({ ...content, artifacts: [{ name: "bundle", hash: "sha256:short" }] }),
      400,
      /artifacts\[0\]\.hash/,
    ],
    [
      "another release's manifest",
      "PUT",
      `/api/v1/releases/${id}/manifest`,
      JSON.stringify({ ...content, commit: "0123456789abcdef" }),
      400,
      /commit/,
    ],
  ];
  for (const [what, method, path, data, status, field] of attempts) {
    await test.step(what, async () => {
      const answer = await api.http.fetch(path, { method, data: Buffer.from(data), headers: json });
      expect(answer.status(), await answer.text()).toBe(status);
      expect(answer.headers()["content-type"]).toContain("application/problem+json");
      const problem = (await answer.json()) as Problem;
      const named = problem.issues.map((issue) => issue.path).join(" ");
      expect(problem.status).toBe(status);
      expect(named).toMatch(field instanceof RegExp ? field : new RegExp(field));
    });
  }
  expect(await state()).toEqual(before);
});

test("a body of another kind, one that is too large, and one without a token are refused", async ({
  api,
  playwright,
}) => {
  const text = await api.http.post("/api/v1/releases", {
    data: "service=cli",
    headers: { "content-type": "text/plain" },
  });
  expect(text.status()).toBe(415);
  const large = Buffer.from(JSON.stringify({ service: "x".repeat(11 * 1024 * 1024) }));
  expect((await api.http.post("/api/v1/metrics", { data: large, headers: json })).status()).toBe(413);
  const stranger = await playwright.request.newContext({ baseURL: process.env.E2E_BASE_URL });
  const refused = await stranger.post("/api/v1/releases", { data: {} });
  expect(refused.status()).toBe(401);
  expect(((await refused.json()) as Problem).code).toBe("unauthenticated");
  await stranger.dispose();
});
