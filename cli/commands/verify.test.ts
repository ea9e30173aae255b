import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "@/lib/core/digest";
import { evaluateGate } from "@/lib/core/gate/evaluate";
import type { Facts } from "@/lib/core/gate/facts";
import { parsePolicy } from "@/lib/core/policy/parse";
import { approvingFacts, NOW } from "@/lib/core/testing/facts";
import { manifestFile } from "../testing/evidence";
import { type Files, type Run, run, Workspace } from "../testing/run";
import { answerJson, FakeServer } from "../testing/server";

const ID = "0199a5c4-1111-7222-8333-444455556666";
const policy = parsePolicy({ enforce_approvals: true });
const judge = (differences: Partial<Facts> = {}) => evaluateGate(policy, approvingFacts(differences), NOW);
const approve = judge();
const reject = judge({ manifest: { state: "missing", reason: "none" } });
const digest = `sha256:${"d".repeat(64)}`;
const decision = {
  decisionId: ID,
  release: { id: "release-1", service: "service-api", environment: "production", version: "1.4", commit: "abcdef0" },
  verdict: approve,
  policyVersion: 3,
  manifestDigest: digest,
  artifacts: [
    { name: "api", hash: sha256("api"), bytes: 3 },
    { name: "web", hash: sha256("web"), bytes: 3 },
  ],
  traceId: "a".repeat(32),
};
const standing = {
  now: "2025-10-01T12:30:00Z",
  manifestDigest: digest,
  lastDecision: { id: ID, verdict: "approve" },
  stage: "approval",
  stageStatus: "succeeded",
  endedAt: null,
  waivers: [],
};
const lapsed = { id: ID, checkId: "security.medium", state: "expired", reason: "expired at 2025-10-01T12:20:00Z" };
const { decisionId: _, ...rest } = decision;
const stored = { id: ID, releaseId: "release-1", kind: "gate", ...rest, decidedAt: "2025-10-01T12:00:00Z", standing };
const files: Files = { "api.tgz": "api", "web.tgz": "web", "other.tgz": "other" };
const preview = { verdict: approve, evaluatedAt: standing.now, rejections: [], endedAt: null };

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with(files);
});
afterEach(() => workspace.remove());

type World = {
  file?: object;
  server?: object | ((response: ServerResponse) => void);
  live?: object;
  args?: string[];
  env?: Record<string, string>;
};
type Verified = Run & { asked: string[] };

async function verify({ file = decision, server = stored, live = preview, args, env }: World = {}): Promise<Verified> {
  await workspace.write({ "decision.json": file });
  const command = ["verify", "decision", "decision.json", "--timeout", "5", "--retries", "0"];
  return FakeServer.during(
    ({ url }, response) => {
      if (url.endsWith("/gate")) return answerJson(response, 200, live);
      if (typeof server === "function") return server(response);
      answerJson(response, 200, server);
    },
    async (fake) => {
      const options = { cwd: workspace.folder, env: { ...fake.env, ...env }, now: new Date("2025-10-01T12:30:00Z") };
      const ran = await run([...command, ...(args ?? ["--artifact", "api.tgz"])], options);
      return { ...ran, asked: fake.received.map(({ method, url }) => `${method} ${url}`) };
    },
  );
}
const since = (differences: object) => ({ ...stored, standing: { ...standing, ...differences } });
const edited = (differences: object) => ({ ...decision, ...differences });

describe("a decision holds", () => {
  it("when the server stands behind it and the files are the approved ones", async () => {
    const args = ["--artifact", "api.tgz", "--artifact", "web=web.tgz", "--commit", "abcdef0"];
    const env = { READINESS_SERVICE: "service-api", READINESS_ENVIRONMENT: "production" };
    const { code, out, asked } = await verify({ args: [...args, "--version", "1.4"], env });
    expect({ code, out }).toEqual({
      code: 0,
      out: `HOLDS: decision ${ID} of service-api 1.4 for production, 2 of 2 artifacts\n`,
    });
    expect(asked).toEqual([`GET /api/v1/decisions/${ID}`, "GET /api/v1/releases/release-1/gate"]);
  });

  it("also for a hash that is no file", async () => {
    expect(await verify({ args: ["--artifact", sha256("web"), "--artifact", `api=${sha256("api")}`] })).toMatchObject({
      code: 0,
    });
  });
});

describe("a decision does not hold, with 1 and the reason,", () => {
  const notFound = (response: ServerResponse) => answerJson(response, 404, { detail: "There is no such decision." });
  const worlds: [string, World, RegExp][] = [
    [
      "when it is no approve",
      { file: edited({ verdict: reject }), server: { ...stored, verdict: reject } },
      /is reject/,
    ],
    ["when the server does not know it", { server: notFound }, /the server knows no decision/],
    [
      "when a rejected one was edited to an approve",
      { server: { ...stored, verdict: reject } },
      /its verdict is not what/,
    ],
    [
      "when another manifest was written into it",
      { file: edited({ manifestDigest: sha256("x") }) },
      /its manifestDigest/,
    ],
    ["when another policy was", { file: edited({ policyVersion: 4 }) }, /its policyVersion is not/],
    [
      "when another release was",
      { file: edited({ release: { ...decision.release, version: "9" } }) },
      /its release is not/,
    ],
    [
      "when an artifact was added to it",
      {
        file: edited({ artifacts: [...decision.artifacts, { name: "other", hash: sha256("other") }] }),
        args: ["--artifact", "other.tgz"],
      },
      /its artifacts is not/,
    ],
    [
      "when a file is not an approved one",
      { args: ["--artifact", "other.tgz"] },
      /other\.tgz: .* is not in the approved/,
    ],
    [
      "when one approved file stands in for another",
      { args: ["--artifact", "web=api.tgz"] },
      /is not the approved web/,
    ],
    ["when it is of another environment", { env: { READINESS_ENVIRONMENT: "staging" } }, /staging is to be deployed/],
    ["when it is of another commit", { args: ["--artifact", "api.tgz", "--commit", "0fedcba"] }, /of commit abcdef0/],
    ["when it is too old by the server's clock", { args: ["--artifact", "api.tgz", "--max-age", "29m"] }, /1800 s old/],
    ["when the manifest has changed since", { server: since({ manifestDigest: sha256("new") }) }, /another manifest/],
    [
      "when a later decision is none",
      { server: since({ lastDecision: { id: "other", verdict: "reject" } }) },
      /a later decision/,
    ],
    [
      "when the release was rolled back",
      { server: since({ stage: "rolled_back", endedAt: "2025-10-01T12:20:00Z" }) },
      /has ended \(rolled_back\)/,
    ],
    [
      "when a waiver that it rests on has expired since",
      { server: since({ waivers: [{ ...lapsed, state: "valid" }, lapsed] }) },
      /rests on waiver .* of security\.medium, but expired at/,
    ],
    ["when the gate would say no by now", { live: { ...preview, verdict: reject } }, /would not approve any more/],
  ];
  it.each(worlds)("%s", async (_what, world, reason) => {
    const { code, out } = await verify(world);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(reason) });
    expect(out).toMatch(/^DOES NOT HOLD: /);
  });

  it("and all reasons at once, also as JSON", async () => {
    const args = ["--artifact", "other.tgz", "--max-age", "1m", "--json"];
    const { code, out } = await verify({ server: since({ manifestDigest: null }), args });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ holds: false, verified: true, reasons: { length: 3 } });
  });
});

describe("whatever cannot be told is no yes", () => {
  it("without the server it is a failure, 4", async () => {
    const down = (response: ServerResponse) => response.destroy();
    expect(await verify({ server: down })).toMatchObject({ code: 4, out: "" });
    const broken = (response: ServerResponse) => answerJson(response, 200, { ...stored, standing: undefined });
    expect(await verify({ server: broken })).toMatchObject({ code: 4, out: "" });
    expect(await verify({ server: since({ waivers: undefined }) })).toMatchObject({ code: 4, out: "" });
    expect(await verify({ live: {} })).toMatchObject({ code: 4, out: "" });
  });

  it.each([
    [401, "unknown, expired or revoked"],
    [403, "may not do this"],
  ])("a token that is refused with %i is bad input, 3", async (status, detail) => {
    const refuse = (response: ServerResponse) => answerJson(response, status, { detail });
    expect(await verify({ server: refuse })).toMatchObject({ code: 3, out: "" });
  });

  it.each([
    ["an offline verdict", { file: approve }, /is no stored decision/],
    ["an approve over checks that block", { file: edited({ verdict: { ...reject, verdict: "approve" } }) }, /verdict/],
    ["no artifact named", { args: [] }, /--artifact names what is about to be deployed/],
    ["half a hash", { args: ["--artifact", "sha256:abc"] }, /is not a whole SHA-256/],
    ["a file that is not there", { args: ["--artifact", "none.tgz"] }, /none\.tgz: there is no such file/],
    ["an age that is none", { args: ["--artifact", "api.tgz", "--max-age", "1"] }, /--max-age/],
  ])("%s is bad input, 3", async (_what, world, reason) => {
    expect(await verify(world)).toMatchObject({ code: 3, out: "", err: expect.stringMatching(reason) });
  });
});

describe("--offline", () => {
  const args = ["--artifact", "api.tgz", "--offline"];
  it("checks the file alone, asks nobody, and says that nobody verified it", async () => {
    const { code, out, err, asked } = await verify({ args });
    expect({ code, asked }).toEqual({ code: 0, asked: [] });
    expect(out).toMatch(/^CONSISTENT: /);
    expect(err).toMatch(/Nobody verified it/);
  });

  it("still refuses other files, other verdicts and old decisions", async () => {
    expect(await verify({ args: ["--artifact", "other.tgz", "--offline"] })).toMatchObject({ code: 1 });
    expect(await verify({ args, file: edited({ verdict: reject }) })).toMatchObject({ code: 1 });
    expect(await verify({ args: [...args, "--max-age", "29m"] })).toMatchObject({ code: 1 });
  });
});

describe("verify manifest", () => {
  const check = async (document: object, args: string[] = []) => {
    await workspace.write({ "m.json": document });
    return run(["verify", "manifest", "m.json", ...args], { cwd: workspace.folder });
  };
  const artifacts = [{ name: "api", hash: sha256("api") }];

  it("holds for what it covers, under its own digest", async () => {
    const document = manifestFile({ artifacts }) as { digest: string };
    const ran = await check(document, ["--artifact", "api=api.tgz", "--digest", document.digest]);
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining(document.digest) });
  });

  it.each([
    ["was changed after its export", { release: "9" }, [], /changed after the export/],
    ["covers other files", {}, ["--artifact", "other.tgz"], /is not in the approved manifest/],
    ["is another one", {}, ["--digest", digest], /its digest is sha256:/],
  ])("does not hold when it %s", async (_what, differences, args, reason) => {
    const ran = await check({ ...manifestFile({ artifacts }), ...differences }, args);
    expect(ran).toMatchObject({ code: 1, out: expect.stringMatching(reason) });
  });

  it("is bad input when it is none", async () => {
    expect(await check({ release: "1" })).toMatchObject({ code: 3 });
  });
});
