import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/core/digest";
import { evaluateGate } from "@/lib/core/gate/evaluate";
import type { Verdict } from "@/lib/core/gate/verdict";
import { parsePolicy } from "@/lib/core/policy/parse";
import { approvingFacts, NOW } from "@/lib/core/testing/facts";
import { type Run, run, Workspace } from "../testing/run";
import { answerJson, FakeServer, type Received } from "../testing/server";

const policy = parsePolicy({ enforce_approvals: true });
const approve = evaluateGate(policy, approvingFacts(), NOW);
const reject = evaluateGate(policy, approvingFacts({ manifest: { state: "missing", reason: "none" } }), NOW);
const waiverRequired = evaluateGate(policy, approvingFacts({ incidents: { state: "missing", reason: "none" } }), NOW);
const decision = (verdict: unknown) => ({
  decisionId: "decision-7",
  verdict,
  policyVersion: 3,
  manifestDigest: null,
  traceId: "a".repeat(32),
});

type Asked = Run & { received: Received[]; summary: string };
async function ask(
  answer: (response: ServerResponse, request: Received) => void,
  args: string[] = ["--release", "release-1"],
  env: Record<string, string> = {},
): Promise<Asked> {
  const workspace = await Workspace.with();
  const asked = await FakeServer.during(
    (request, response) => answer(response, request),
    async (server) => {
      const options = { cwd: workspace.folder, env: { ...server.env, ...env } };
      return { ...(await run(["gate", ...args, "--timeout", "5"], options)), received: server.received };
    },
  );
  const summary = await workspace.read("summary.md").catch(() => "");
  await workspace.remove();
  return { ...asked, summary };
}
const answers = (status: number, body: unknown) => (response: ServerResponse) => answerJson(response, status, body);

describe("the exit code is the verdict", () => {
  it.each([
    ["approve", approve, 0, "GO"],
    ["reject", reject, 1, "NO-GO"],
    ["waiver_required", waiverRequired, 2, "WAIVER NEEDED"],
  ])("%s", async (word, verdict, code, shown) => {
    expect(verdict.verdict).toBe(word);
    const asked = await ask(answers(200, decision(verdict)));
    expect(asked.code).toBe(code);
    expect(asked.out).toMatch(new RegExp(`^${shown}: `));
    expect(asked.out).toContain(`decision decision-7, trace ${"a".repeat(32)}`);
    expect(asked.out).not.toMatch(/nobody verified/);
  });

  it("and --json prints the server's verdict in its canonical form", async () => {
    const { out, code } = await ask(answers(200, decision(reject)), ["--release", "release-1", "--json"]);
    expect({ out, code }).toEqual({ out: `${canonicalJson(reject)}\n`, code: 1 });
  });

  it("asks with the token, a key of its own for each run, and stores by POST", async () => {
    const { received } = await ask(answers(200, decision(approve)));
    expect(received).toMatchObject([{ method: "POST", url: "/api/v1/releases/release-1/gate", body: {} }]);
    expect(received[0]?.headers).toMatchObject({ "idempotency-key": "random-1" });
    expect(received[0]?.headers.authorization).toMatch(/^Bearer rdy_production_/);
  });
});

describe("a release that is named", () => {
  const args = ["--service", "service-api", "--version", "1.0"];
  const env = { READINESS_ENVIRONMENT: "production" };
  const named = { service: "service-api", environment: "production" };

  it("is looked up through every page, and only the very same version counts", async () => {
    const { code, received } = await ask(
      (response, { method, url }) => {
        if (method === "POST") return answerJson(response, 200, decision(approve));
        const later = url.includes("cursor=next");
        const item = { ...named, id: later ? "right" : "wrong", version: later ? "1.0" : "1.0.1" };
        answerJson(response, 200, { items: [item], nextCursor: later ? null : "next" });
      },
      args,
      env,
    );
    expect(code).toBe(0);
    expect(received[0]?.url).toContain("service=service-api&version=1.0&environment=production");
    expect(received.at(-1)?.url).toBe("/api/v1/releases/right/gate");
  });

  it("is bad input when there is none", async () => {
    const { code, err } = await ask(answers(200, { items: [], nextCursor: null }), args, env);
    expect(code).toBe(3);
    expect(err).toMatch(/service-api 1\.0 for production: there is no such release/);
  });

  it("is bad input when it is named in two ways or not whole", async () => {
    expect(await ask(answers(500, {}), ["--release", "a", "--version", "1.0"], env)).toMatchObject({ code: 3 });
    expect(await ask(answers(500, {}), ["--version", "1.0"], env)).toMatchObject({ code: 3, received: [] });
  });
});

describe("what is no verdict is a failure, 4", () => {
  const blocked = { ...approve, checks: reject.checks };
  it.each([
    ["a word that is none", { ...approve, verdict: "APPROVE" }],
    ["no verdict", null],
    ["an approve over checks that block", blocked],
    ["an approve without checks", { ...approve, checks: [] }],
    ["an approve without a policy", { ...approve, policyDigest: null }],
    ["a verdict that is only a word", "approve"],
  ])("%s", async (_what, verdict) => {
    const { code, out } = await ask(answers(200, decision(verdict)));
    expect({ code, out }).toEqual({ code: 4, out: "" });
  });

  it.each([
    ["an HTML page", 200, "text/html", "<h1>approve</h1>"],
    ["text", 200, "text/plain", "approve"],
    ["broken JSON", 200, "application/json", '{"decisionId":"1","verdict":'],
    ["a key listed twice", 200, "application/json", '{"verdict":"reject","verdict":"approve"}'],
    ["an HTML page that is not found", 404, "text/html", "<h1>404</h1>"],
    ["an error", 500, "application/problem+json", '{"detail":"it broke"}'],
    ["a gateway's error page", 502, "text/html", "<h1>502</h1>"],
    ["too many requests", 429, "application/problem+json", '{"detail":"later"}'],
  ])("%s", async (_what, status, type, body) => {
    const { code, out } = await ask((response) => response.writeHead(status, { "content-type": type }).end(body));
    expect({ code, out }).toEqual({ code: 4, out: "" });
  });

  it("a redirect, which is not followed with the token", async () => {
    const { code, received, err } = await ask((response) => response.writeHead(302, { location: "/sign-in" }).end());
    expect({ code, requests: received.length }).toEqual({ code: 4, requests: 1 });
    expect(err).toMatch(/redirects/);
  });
});

describe("what the server refuses as wrong is bad input, 3", () => {
  it.each([
    [400, "body: not valid"],
    [401, "unknown, expired or revoked"],
    [403, "may not do this"],
    [404, "no such release"],
    [409, "the manifest changed"],
  ])("%i", async (status, detail) => {
    const { code, err } = await ask(answers(status, { status, detail, issues: [], traceId: "t1" }));
    expect(code).toBe(3);
    expect(err).toContain(detail);
    expect(err).toContain("t1");
  });
});

describe("where a GitHub workflow runs", () => {
  it("writes the summary page and one annotation for each check that does not pass", async () => {
    const env = { GITHUB_STEP_SUMMARY: "summary.md" };
    const { out, summary } = await ask(answers(200, decision(reject)), undefined, env);
    expect(summary).toMatch(/^## NO-GO: release-1\n[\s\S]*\| manifest\.complete \(missing\)/);
    expect(out).toMatch(/^::error title=NO-GO manifest\.complete::Release manifest/m);
  });

  it("a summary that cannot be written changes nothing about the verdict", async () => {
    const env = { GITHUB_STEP_SUMMARY: "no-such-folder/summary.md" };
    const { code, err } = await ask(answers(200, decision(approve)), undefined, env);
    expect(code).toBe(0);
    expect(err).toMatch(/no summary was written/);
  });

  it("data cannot forge a workflow command or Markdown", async () => {
    const evil = "x\n::set-env name=A::b\n| <img src=x>";
    const forged: Verdict = {
      ...reject,
      summary: evil,
      checks: reject.checks.map((check) => ({ ...check, title: evil, details: [evil], remedy: evil, owner: evil })),
      fixes: reject.fixes.map((fix) => ({ ...fix, action: evil, people: [evil] })),
    };
    const { out, summary } = await ask(answers(200, decision(forged)), undefined, {
      GITHUB_STEP_SUMMARY: "summary.md",
    });
    const commands = out.split("\n").filter((line) => line.trimStart().startsWith("::"));
    expect(commands.every((line) => /^::(error|warning) title=NO-GO /.test(line))).toBe(true);
    expect(summary).not.toMatch(/<img|^::|\n\| &lt;/m);
  });
});
