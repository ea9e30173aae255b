import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digestOf } from "@/lib/core/digest";
import { evaluateGate } from "@/lib/core/gate/evaluate";
import type { Facts } from "@/lib/core/gate/facts";
import type { Verdict } from "@/lib/core/gate/verdict";
import { parsePolicy } from "@/lib/core/policy/parse";
import { approval, approvingFacts, approvingManifest, CLEO, NOW, PIA, type SAM } from "@/lib/core/testing/facts";
import { type Run, run, Workspace } from "../../testing/run";
import { answerJson, FakeServer, type Received } from "../../testing/server";

const policy = parsePolicy({ enforce_approvals: true });
const judge = (differences: Partial<Facts> = {}) => evaluateGate(policy, approvingFacts(differences), NOW);
const digest = digestOf(approvingManifest());
const signedBy = (...people: (typeof SAM)[]) =>
  judge({ signatures: { state: "found", value: people.map((person) => approval(person, digest)) } });
const approve = judge();
const two = signedBy(PIA);
const one = signedBy(PIA, CLEO);
const waiverRequired = judge({ incidents: { state: "missing", reason: "none" } });
const rejections = [
  { name: "Pia", role: "product-owner", reason: "the plan has no owner", signedAt: NOW.toISOString() },
];

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

type Preview = { verdict: Verdict; rejections?: object[]; endedAt?: string };
type Turn = Preview | ((response: ServerResponse) => void);
type World = {
  /** What each look finds; the last one stands for all that follow. */
  previews: Turn[];
  /** What is decided each time that a decision is asked for. */
  decisions?: Turn[];
  args?: string[];
  columns?: number;
  onSleep?: (elapsedMs: number, server: FakeServer) => void | Promise<void>;
};
type Waited = Run & { looks: number; decided: number; sleeps: number[]; received: Received[] };

async function wait({ previews, decisions = [], args = ["--wait", "10m"], columns, onSleep }: World): Promise<Waited> {
  let [looks, decided] = [0, 0];
  const sleeps: number[] = [];
  const give = (response: ServerResponse, turn: Turn | undefined, body: (verdict: Verdict) => object) =>
    typeof turn === "function"
      ? turn(response)
      : answerJson(response, 200, turn ? { ...turn, ...body(turn.verdict) } : {});
  const answer = ({ method }: Received, response: ServerResponse) => {
    if (method === "GET") {
      looks += 1;
      return give(response, previews[Math.min(looks, previews.length) - 1], () => ({ evaluatedAt: NOW.toISOString() }));
    }
    decided += 1;
    const turn = decisions[Math.min(decided, decisions.length) - 1] ?? previews.at(-1);
    give(response, turn, (verdict) => ({ decisionId: `decision-${decided}`, verdict, traceId: "a".repeat(32) }));
  };
  return FakeServer.during(answer, async (server) => {
    const ran = await run(["gate", "--release", "release-1", "--timeout", "5", "--retries", "1", ...args], {
      cwd: workspace.folder,
      env: server.env,
      ...(columns && { columns }),
      onSleep: async (elapsed) => {
        sleeps.push(elapsed);
        await onSleep?.(elapsed, server);
      },
    });
    return { ...ran, looks, decided, sleeps, received: server.received };
  });
}
const minutes = (count: number) => count * 60_000;

describe("the wait ends", () => {
  it("with the stored decision as soon as the gate approves", async () => {
    const args = ["--wait", "10m", "--decision-file", "decision.json"];
    const waited = await wait({ previews: [{ verdict: two }, { verdict: one }, { verdict: approve }], args });
    expect(waited).toMatchObject({ code: 0, looks: 3, decided: 1, sleeps: [5000, 10_000] });
    expect(waited.out).toMatch(/^GO: /);
    expect(waited.out).toContain("decision decision-1");
    expect(await workspace.json("decision.json")).toMatchObject({ decisionId: "decision-1", verdict: approve });
  });

  it("at its deadline with the decision as it is then: 1 for a reject, 2 for a waiver", async () => {
    const rejected = await wait({ previews: [{ verdict: one }], args: ["--wait", "1m", "--poll", "25s"] });
    expect(rejected).toMatchObject({ code: 1, looks: 3, decided: 1, sleeps: [25_000, 50_000, 60_000] });
    expect(await wait({ previews: [{ verdict: waiverRequired }] })).toMatchObject({ code: 2, decided: 1 });
    const late = await wait({ previews: [{ verdict: one }], decisions: [{ verdict: approve }] });
    expect(late).toMatchObject({ code: 0, decided: 1 });
  });

  it("at its deadline also on a clock that counts fractions of a millisecond", async () => {
    const args = ["--wait", "5s", "--poll", "1.0005s", "--timeout", "30"];
    expect(await wait({ previews: [{ verdict: one }], args })).toMatchObject({ code: 1, looks: 5, decided: 1 });
  });

  it("at once where a rejection stands, with who rejected and why", async () => {
    const waited = await wait({ previews: [{ verdict: two }, { verdict: one, rejections }] });
    expect(waited).toMatchObject({ code: 1, looks: 2, decided: 1, sleeps: [5000] });
    expect(waited.err).toMatch(/rejected by Pia as product-owner: the plan has no owner/);
    expect(waited.err).toMatch(/Pia rejected it as product-owner: the plan has no owner: no more waiting/);
  });

  it("at once where the release has ended", async () => {
    const ended = (response: ServerResponse) => answerJson(response, 409, { detail: "This release has ended." });
    const world = { previews: [{ verdict: approve, endedAt: NOW.toISOString() }], decisions: [ended] };
    expect(await wait(world)).toMatchObject({ code: 3, looks: 1, sleeps: [], err: expect.stringMatching(/has ended/) });
  });

  it.each([400, 401, 403, 404])("at once where the server answers %i", async (status) => {
    const refuse = (response: ServerResponse) => answerJson(response, status, { detail: "no" });
    const waited = await wait({ previews: [{ verdict: two }, refuse] });
    expect(waited).toMatchObject({ code: 3, looks: 2, decided: 0, sleeps: [5000], out: "" });
  });

  it("only by a decision: an approve that is no longer one when it is stored is waited on", async () => {
    const decisions = [{ verdict: one }, { verdict: approve }];
    const waited = await wait({ previews: [{ verdict: approve }, { verdict: one }, { verdict: approve }], decisions });
    expect(waited).toMatchObject({ code: 0, looks: 3, decided: 2 });
    expect(waited.err).toMatch(/approved at first, but no longer/);
    const keys = waited.received
      .filter(({ method }) => method === "POST")
      .map(({ headers }) => headers["idempotency-key"]);
    expect(new Set(keys).size).toBe(2);
  });
});

describe("a server in trouble", () => {
  const hangUp = (response: ServerResponse) => response.destroy();
  const html = (response: ServerResponse) =>
    response.writeHead(502, { "content-type": "text/html" }).end("<h1>502</h1>");
  const broken = (response: ServerResponse) => answerJson(response, 200, { verdict: "approve" });
  it.each([
    ["is not available", (response: ServerResponse) => answerJson(response, 503, { detail: "migrating" })],
    ["fails", (response: ServerResponse) => answerJson(response, 500, { detail: "oops" })],
    ["is busy", (response: ServerResponse) => answerJson(response, 429, { detail: "later" })],
    ["hangs up", hangUp],
    ["is a proxy's error page", html],
    ["answers what is no verdict", broken],
  ])("that %s is asked on, with growing pauses, and that is said once", async (_what, fault) => {
    const waited = await wait({ previews: [{ verdict: one }, fault, fault, fault, { verdict: approve }] });
    expect(waited).toMatchObject({ code: 0, looks: 5, decided: 1, sleeps: [5000, 15_000, 35_000, 75_000] });
    expect(waited.err.match(/asking on/g)).toHaveLength(1);
    expect(waited.err).toMatch(/the server answers again/);
  });

  it("that restarts on its port in the middle of the wait is found again", async () => {
    const waited = await wait({
      previews: [{ verdict: one }, { verdict: one }, { verdict: approve }],
      onSleep: async (elapsed, server) => {
        if (elapsed === 10_000) await server.stop();
        if (elapsed >= 80_000 && elapsed < 200_000) await server.start().catch(() => undefined);
      },
    });
    expect(waited).toMatchObject({ code: 0, looks: 3, decided: 1 });
    expect(waited.err).toMatch(/cannot be reached .*; asking on, next in 10 s/);
    expect(waited.err).toMatch(/the server answers again/);
  });

  it("that does not answer in time is asked on", async () => {
    const stall = () => {};
    const args = ["--wait", "10m", "--timeout", "0.05"];
    const waited = await wait({ previews: [stall, { verdict: approve }], args });
    expect(waited).toMatchObject({ code: 0, looks: 2, err: expect.stringMatching(/no answer within 0\.05 s/) });
  });

  it("that hangs when the decision is to be stored is asked for it again", async () => {
    const waited = await wait({ previews: [{ verdict: approve }], decisions: [hangUp, { verdict: approve }] });
    expect(waited).toMatchObject({ code: 0, looks: 2, decided: 2 });
  });

  it("that is gone at the deadline too is a failure, 4, and no decision is left behind", async () => {
    await workspace.write({ "decision.json": { decisionId: "of an earlier run", verdict: approve } });
    const args = ["--wait", "2m", "--decision-file", "decision.json"];
    const waited = await wait({ previews: [hangUp], args });
    expect(waited).toMatchObject({ code: 4, out: "" });
    expect(waited.sleeps.at(-2)).toBe(minutes(2));
    await expect(workspace.read("decision.json")).rejects.toThrow();
  });

  it("that is down from the start is no reason to give up, also where the release has to be found first", async () => {
    const items = [{ id: "release-1", service: "cli", environment: "production", version: "1" }];
    const answer = ({ method, url }: Received, response: ServerResponse) => {
      const isList = url.includes("/releases?");
      const decision = { decisionId: "d", verdict: approve, rejections: [] };
      answerJson(response, 200, method === "GET" && isList ? { items, nextCursor: null } : decision);
    };
    const server = await FakeServer.answering(answer);
    await server.stop();
    const named = ["--service", "cli", "--environment", "production", "--version", "1"];
    const ran = await run(["gate", ...named, "--wait", "5m"], {
      cwd: workspace.folder,
      env: server.env,
      onSleep: async (elapsed) => {
        if (elapsed === 10_000) await server.start();
      },
    });
    await server.stop();
    expect(ran).toMatchObject({ code: 0, out: expect.stringMatching(/^GO: .*\nRelease: cli 1 for production/) });
    expect(server.received.map(({ method, url }) => `${method} ${url.split("?")[0]}`)).toEqual([
      "GET /api/v1/releases",
      "GET /api/v1/releases/release-1/gate",
      "POST /api/v1/releases/release-1/gate",
    ]);
  });
});

describe("while it waits", () => {
  it("a log gets a line when something changes, and a sign of life at most each minute", async () => {
    const same = Array.from({ length: 30 }, () => ({ verdict: two }));
    const { err } = await wait({ previews: [...same, { verdict: one }, { verdict: approve }] });
    const lines = err.split("\n");
    expect(lines[0]).toBe("Waiting up to 10 min for release-1, asking every 5 s");
    expect(lines[1]).toMatch(/^\[\+0 s\] NO-GO: /);
    expect(lines.filter((line) => line.startsWith("    - to do: Sign as sre-on-call"))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("still NO-GO")).map((line) => line.split("]")[0])).toEqual([
      "[+1 min",
      "[+2 min",
    ]);
    expect(lines).toContainEqual(expect.stringMatching(/^ {4}- no longer: Sign as change-board/));
    expect(err).not.toContain("\u001b");
  });

  it("a terminal shows what is missing and who must act in a few lines, which are gone in the end", async () => {
    const { err, out } = await wait({
      previews: [{ verdict: two }, { verdict: one }, { verdict: approve }],
      columns: 60,
    });
    expect(out).toMatch(/^GO: /);
    const screen = render(err, 60);
    expect(screen.frames.find((frame) => frame.some((line) => line.includes("Sign as change-board")))?.at(-1)).toBe(
      "waiting, 10 min left",
    );
    expect(screen.last).toEqual([]);
    expect(err).not.toMatch(/Waiting up to/);
  });

  it("data cannot forge a workflow command, a line or a colour", async () => {
    const evil = "x\n::set-env name=A::b\u001b[31m";
    const forged = { ...one, summary: evil, fixes: one.fixes.map((fix) => ({ ...fix, action: evil, people: [evil] })) };
    const { err } = await wait({ previews: [{ verdict: forged, rejections: [{ ...rejections[0], reason: evil }] }] });
    expect(err).not.toMatch(/^\s*::/m);
    expect(err).not.toContain("\u001b");
  });

  it("standard output is the verdict alone", async () => {
    const { out } = await wait({
      previews: [{ verdict: two }, { verdict: approve }],
      args: ["--wait", "1m", "--json"],
    });
    expect(JSON.parse(out)).toEqual(approve);
  });
});

describe("options that make no sense are bad input, and nothing is asked", () => {
  it.each([
    ["a number without unit", ["--wait", "30"]],
    ["no time at all", ["--wait", "0s"]],
    ["more than a week", ["--wait", "200h"]],
    ["a poll that is none", ["--wait", "1m", "--poll", "often"]],
    ["a poll without a wait", ["--poll", "5s"]],
    ["a key for what may be asked twice", ["--wait", "1m", "--idempotency-key", "mine"]],
  ])("%s", async (_what, args) => {
    expect(await wait({ previews: [{ verdict: approve }], args })).toMatchObject({ code: 3, received: [] });
  });
});

/** What a terminal of this width shows after each drawing: "up so many lines" and "erase the rest" are obeyed. */
function render(written: string, columns: number): { frames: string[][]; last: string[] } {
  const frames: string[][] = [];
  let lines: string[] = [];
  for (const part of written.split("\u001b[")) {
    const up = /^(\d+)F$/.exec(part)?.[1];
    if (up !== undefined) {
      lines = lines.slice(0, lines.length - Number(up));
      continue;
    }
    const added = part.replace(/^0J/, "").split("\n").slice(0, -1);
    expect(added.every((line) => line.length < columns)).toBe(true);
    lines = [...lines, ...added];
    frames.push(lines);
  }
  return { frames, last: lines };
}
