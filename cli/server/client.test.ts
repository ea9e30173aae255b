import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run, TOKEN, Workspace } from "../testing/run";
import { answerJson, FakeServer } from "../testing/server";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with({ token: `${TOKEN}\n`, "half-token": TOKEN.slice(0, -1) });
});
afterEach(() => workspace.remove());

const create = [
  "release",
  "create",
  "--service",
  "cli",
  "--environment",
  "staging",
  "--version",
  "1",
  "--commit",
  "abcdef0",
];
const created = { id: "release-1", service: "cli", environment: "staging", version: "1", commit: "abcdef0" };
const cli = (args: string[], env: Record<string, string> = {}) => run(args, { cwd: workspace.folder, env });

/** Answers each attempt in its turn; the last one stands for all that follow. */
async function attempts(turns: ((response: ServerResponse) => void)[], args: string[] = []) {
  let turn = 0;
  const answer = (_request: unknown, response: ServerResponse) => {
    turns[Math.min(turn, turns.length - 1)]?.(response);
    turn += 1;
  };
  return FakeServer.during(answer, async (server) => {
    const result = await cli([...create, "--timeout", "5", ...args], server.env);
    return { ...result, keys: server.received.map(({ headers }) => headers["idempotency-key"]) };
  });
}
const succeed = (response: ServerResponse) => answerJson(response, 201, created);
const busy = (response: ServerResponse) => answerJson(response, 503, { detail: "migrating" });
const hangUp = (response: ServerResponse) => response.destroy();
const stall = () => {};

describe("trying again", () => {
  it.each([
    ["a server that is not available yet", busy],
    ["a connection that breaks", hangUp],
  ])("after %s, with the same key, so that nothing happens twice", async (_what, fault) => {
    const { code, keys } = await attempts([fault, fault, succeed]);
    expect({ code, requests: keys.length, distinct: new Set(keys).size }).toEqual({
      code: 0,
      requests: 3,
      distinct: 1,
    });
  });

  it("gives up in the end, with 4 and the reason", async () => {
    expect(await attempts([busy])).toMatchObject({
      code: 4,
      keys: { length: 4 },
      err: expect.stringMatching(/503.*migrating/),
    });
    expect(await attempts([hangUp], ["--retries", "0"])).toMatchObject({ code: 4, keys: { length: 1 } });
  });

  it("does not wait for ever for an answer", async () => {
    const { code, err } = await attempts([stall], ["--timeout", "0.05", "--retries", "1"]);
    expect(code).toBe(4);
    expect(err).toMatch(/no answer within 0\.05 s/);
  });

  it("does not wait for ever for the rest of an answer", async () => {
    const half = (response: ServerResponse) =>
      void response.writeHead(201, { "content-type": "application/json" }).write('{"id":');
    expect(await attempts([half], ["--timeout", "0.2", "--retries", "0"])).toMatchObject({ code: 4 });
  });

  it("does not repeat what was refused", async () => {
    const refuse = (response: ServerResponse) => answerJson(response, 409, { detail: "there is one already" });
    expect(await attempts([refuse])).toMatchObject({
      code: 3,
      keys: { length: 1 },
      err: expect.stringMatching(/there is one already/),
    });
  });

  it("says that nobody listens", async () => {
    const server = await FakeServer.answering(stall);
    const { env } = server;
    await server.stop();
    expect(await cli([...create, "--retries", "1"], env)).toMatchObject({
      code: 4,
      err: expect.stringMatching(/cannot be reached.*ECONNREFUSED/),
    });
  });
});

describe("idempotency keys", () => {
  it("are the same for the same submission and differ with its content", async () => {
    const [first] = (await attempts([succeed])).keys;
    const [same] = (await attempts([succeed])).keys;
    const [other] = (await attempts([succeed], ["--commit", "abcdef1"])).keys;
    expect(first).toMatch(/^sha256:/);
    expect(same).toBe(first);
    expect(other).not.toBe(first);
  });

  it("can be given", async () => {
    expect((await attempts([succeed], ["--idempotency-key", "mine"])).keys).toEqual(["mine"]);
  });
});

describe("the answer of a command that sends", () => {
  it("is one line, or the server's JSON", async () => {
    expect((await attempts([succeed])).out).toBe("Release cli 1 for staging is created (release-1)\n");
    expect(JSON.parse((await attempts([succeed], ["--json"])).out)).toEqual(created);
  });

  it.each([[null], [{}], [[]], [{ id: 5 }]])("is a failure when it is %j", async (answer) => {
    const result = await attempts([(response) => answerJson(response, 200, answer)]);
    expect(result).toMatchObject({ code: 4, err: expect.stringMatching(/not what the API promises/) });
  });

  it("names each field that was refused", async () => {
    const issues = [
      { path: "version", message: "must be shorter" },
      { path: "commit", message: "must be hex" },
    ];
    const { err } = await attempts([(response) => answerJson(response, 400, { detail: "2 fields are wrong", issues })]);
    expect(err).toMatch(/2 fields are wrong\n {2}- version: must be shorter\n {2}- commit: must be hex\n/);
  });
});

describe("where to and as whom", () => {
  const server = { READINESS_SERVER: "http://127.0.0.1:1" };
  it.each([
    ["no server", { READINESS_TOKEN: TOKEN }, [], /no server/],
    ["no token", server, [], /no token/],
    ["half a token", { ...server, READINESS_TOKEN: TOKEN.slice(0, -1) }, [], /not a whole API token/],
    ["half a token in a file", server, ["--token-file", "half-token"], /half-token: is not a whole API token/],
    ["a file that is not there", server, ["--token-file", "none"], /none: there is no such file/],
    ["an address that is none", { READINESS_TOKEN: TOKEN, READINESS_SERVER: "localhost" }, [], /is not a URL/],
    ["another scheme", { READINESS_TOKEN: TOKEN, READINESS_SERVER: "ftp://host" }, [], /https:\/\//],
    ["a password in the address", { READINESS_TOKEN: TOKEN, READINESS_SERVER: "https://a:b@host" }, [], /password/],
    ["a timeout that is none", { ...server, READINESS_TOKEN: TOKEN }, ["--timeout", "soon"], /--timeout/],
    ["a token on the command line", server, ["--token", TOKEN], /unknown option/],
  ])("%s is bad input", async (_what, env, args, reason) => {
    const { code, err } = await cli([...create, ...args], env);
    expect(code).toBe(3);
    expect(err).toMatch(reason);
    expect(err).not.toContain(TOKEN.slice(0, -1));
  });

  it("takes the token from a file and the server from an option, below a path too", async () => {
    const received = await FakeServer.during(
      (_request, response) => succeed(response),
      async (fake) => {
        const args = [...create, "--token-file", "token", "--server", `${fake.address}/readiness`];
        expect(await cli(args)).toMatchObject({ code: 0 });
        return fake.received;
      },
    );
    expect(received).toMatchObject([{ url: "/readiness/api/v1/releases", body: { version: "1" } }]);
    expect(received[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });
});
