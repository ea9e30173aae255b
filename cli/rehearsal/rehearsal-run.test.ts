import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RehearsalDocument, rehearsalDocument } from "@/lib/core/rehearsal/schema";
import { Collector } from "../testing/collector";
import { run, Workspace } from "../testing/run";
import { answerJson, FakeServer } from "../testing/server";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

type Step = "deploy" | "rollback" | "verify";
type Commands = Partial<Record<Step, string>>;
function configOf(commands: Commands = {}, more = ""): string {
  const step = (name: Step) =>
    `  ${name}: { command: ${JSON.stringify(commands[name] ?? `echo ${name}`)}, timeout: 20s }`;
  return `service: service-api
environment: staging
participants: [Sam Reliable]
from_version: "2.0"
to_version: "1.9"
steps:
${step("deploy")}
${step("rollback")}
${step("verify")}
${more}`;
}
const PATH = process.env.PATH ?? "";
const rehearse = async (config: string, args: string[] = ["--no-submit"], env: Record<string, string> = {}) => {
  await workspace.write({ "rehearsal.yml": config });
  const all = ["rehearsal", "run", "--config", "rehearsal.yml", ...args];
  return run(all, { cwd: workspace.folder, env: { PATH, ...env } });
};
const record = async (): Promise<RehearsalDocument> =>
  rehearsalDocument.parse(await workspace.json("readiness_rehearsal.json"));
const stepsOf = ({ steps }: RehearsalDocument) => steps?.map(({ name, outcome }) => `${name} ${outcome}`);

describe("a drill", () => {
  it("deploys, rolls back and verifies in that order, and its record says so", async () => {
    const append = (name: string) => `echo ${name} >> order; echo to-err >&2; echo to-out`;
    const commands = { deploy: append("deploy"), rollback: append("rollback"), verify: append("verify") };
    const { code, out } = await rehearse(
      configOf(commands, "gaps: [The runbook is old]\nevidence_url: https://a.example/1"),
    );
    expect(code).toBe(0);
    expect(await workspace.read("order")).toBe("deploy\nrollback\nverify\n");
    const document = await record();
    expect(stepsOf(document)).toEqual(["deploy passed", "rollback passed", "verify passed"]);
    expect(document).toMatchObject({
      kind: "rollback",
      service: "service-api",
      environment: "staging",
      outcome: "passed",
      participants: ["Sam Reliable"],
      gaps: ["The runbook is old"],
      evidence_url: "https://a.example/1",
      from_version: "2.0",
      to_version: "1.9",
    });
    expect(out).toMatch(/^deploy …\ndeploy passed, after .*\nrollback …\nrollback passed.*\nverify …\nverify passed/);
    const [folder = ""] = await readdir(join(workspace.folder, "readiness_logs"));
    const logs = await readdir(join(workspace.folder, "readiness_logs", folder));
    expect(logs.sort()).toEqual([
      "deploy.err",
      "deploy.out",
      "rollback.err",
      "rollback.out",
      "verify.err",
      "verify.out",
    ]);
    expect(await workspace.read(`readiness_logs/${folder}/rollback.out`)).toBe("to-out\n");
    expect(await workspace.read(`readiness_logs/${folder}/rollback.err`)).toBe("to-err\n");
  });

  it("tells its commands which versions, service and trace it is about", async () => {
    const told =
      'echo "$READINESS_SERVICE $READINESS_ENVIRONMENT $READINESS_FROM_VERSION $READINESS_TO_VERSION $TRACEPARENT $MINE" > told';
    await rehearse(configOf({ verify: told }).replace("timeout: 20s }\n\n", "timeout: 20s }\n"), ["--no-submit"], {
      MINE: "own",
    });
    expect(await workspace.read("told")).toMatch(
      /^service-api staging 2\.0 1\.9 00-[0-9a-f]{32}-[0-9a-f]{16}-01 own\n$/,
    );
  });

  it.each<[string, Commands, string, string[], RegExp]>([
    [
      "fails when the rollback does",
      { rollback: "exit 3" },
      "failed",
      ["deploy passed", "rollback failed", "verify not_run"],
      /^The rollback step exited with code 3\.$/,
    ],
    [
      "fails when what was rolled back does not work",
      { verify: "false" },
      "failed",
      ["deploy passed", "rollback passed", "verify failed"],
      /^The verify step exited with code 1\.$/,
    ],
    [
      "is aborted when nothing could be deployed, and rolls nothing back",
      { deploy: "no-such-program", rollback: "touch rolled-back" },
      "aborted",
      ["deploy failed", "rollback not_run", "verify not_run"],
      /^The deploy step exited with code 127.*The rollback was not tried\.$/,
    ],
  ])("%s", async (_what, commands, outcome, steps, gap) => {
    const { code, out } = await rehearse(configOf(commands));
    const document = await record();
    expect({ code, outcome: document.outcome, steps: stepsOf(document) }).toEqual({ code: 1, outcome, steps });
    expect(document.gaps).toEqual([expect.stringMatching(gap)]);
    expect(out).toContain(document.gaps[0]);
    expect(document.steps?.find((step) => step.outcome === "failed")?.detail).toBeTruthy();
    await expect(workspace.read("rolled-back")).rejects.toThrow();
  });

  it("fails when a step does not end in time", async () => {
    const slow = configOf({ rollback: "sleep 60" }).replace('"sleep 60", timeout: 20s', '"sleep 60", timeout: 100ms');
    expect((await rehearse(slow)).code).toBe(1);
    expect(await record()).toMatchObject({ outcome: "failed", gaps: ["The rollback step did not end within 0.1 s."] });
  });

  it("prints its record and nothing else with --json", async () => {
    const { out } = await rehearse(configOf(), ["--no-submit", "--json"]);
    expect(JSON.parse(out)).toEqual(await workspace.json("readiness_rehearsal.json"));
  });
});

describe("the record is sent", () => {
  const answer = {
    id: "r1",
    outcome: "passed",
    freshness: { state: "fresh", ageSeconds: 0, dueAt: "2025-11-01T00:00:00Z", reason: "the last rehearsal passed" },
  };

  it("as it is written, and what the server finds is told to people and to the collector", async () => {
    const collector = await Collector.answering();
    await FakeServer.during(
      (_, response) => answerJson(response, 201, answer),
      async (server) => {
        const { code, out } = await rehearse(configOf(), [], { ...server.env, ...collector.env });
        expect(code).toBe(0);
        expect(out).toContain(
          "is recorded: passed (r1); the last rehearsal passed, the next is due 2025-11-01T00:00:00Z",
        );
        expect(server.received).toMatchObject([{ method: "POST", url: "/api/v1/rehearsals", body: await record() }]);
      },
    );
    const [deploy, rollback, verify, drill] = collector.spans();
    expect(drill).toMatchObject({
      name: "deployment.rollback_rehearsal",
      attributes: { "readiness.service": "service-api", "readiness.rehearsal.outcome": "passed" },
      events: [{ name: "rehearsal.checked", attributes: { "readiness.rehearsal.stale": false } }],
    });
    for (const step of [deploy, rollback, verify]) expect(step?.parentSpanId).toBe(drill?.spanId);
    const document = await record();
    const timed = document.steps?.[1];
    const place = { "readiness.service": "service-api", "deployment.environment.name": "staging" };
    expect(collector.points()).toMatchObject([
      {
        name: "deployment.rollback_rehearsal_duration",
        unit: "s",
        at: timed?.finished_at,
        value: (Date.parse(timed?.finished_at ?? "") - Date.parse(timed?.started_at ?? "")) / 1000,
        attributes: { ...place, "readiness.rehearsal.outcome": "passed" },
      },
      { name: "rehearsal.checked", value: 1, attributes: place },
    ]);
    await collector.stop();
  });

  it("and is kept, with the way to send it later, when the server cannot be reached", async () => {
    const server = await FakeServer.answering(() => undefined);
    const { env } = server;
    await server.stop();
    const { code, err } = await rehearse(configOf(), ["--retries", "0"], env);
    expect(code).toBe(4);
    expect(err).toContain("send it with: readiness submit rehearsal readiness_rehearsal.json");
    expect(await record()).toMatchObject({ outcome: "passed" });
  });

  it("is asked for before anything is rolled back: without a server or --no-submit no step runs", async () => {
    const { code, err } = await rehearse(configOf({ deploy: "touch deployed" }), []);
    expect({ code, err }).toMatchObject({ code: 3, err: expect.stringContaining("no server") });
    await expect(workspace.read("deployed")).rejects.toThrow();
  });
});

describe("rehearsal.yml", () => {
  it.each([
    ["an unknown key", configOf({}, "retries: 1"), "rehearsal.yml:10:1 retries"],
    ["an unknown step", configOf().replace("steps:", "steps:\n  test: { command: a }"), "rehearsal.yml:7:3 steps.test"],
    ["a missing step", configOf().replace(/ {2}verify: .*\n/, ""), "steps.verify"],
    ["a time without a unit", configOf().replace("timeout: 20s", "timeout: soon"), "rehearsal.yml:7:"],
    ["an unset variable", configOf().replace('"2.0"', '"{{NOT_SET}}"'), "rehearsal.yml:4:16: the environment variable"],
    ["nobody who takes part", configOf().replace(/participants: .*\n/, ""), "--participant"],
    ["no service", configOf().replace(/service: .*\n/, ""), "READINESS_SERVICE"],
    ["nothing", "", "rehearsal.yml"],
  ])("with %s is bad input, and nothing is executed", async (_what, config, told) => {
    const { code, err } = await rehearse(config.replaceAll("echo deploy", "touch deployed"));
    expect(code).toBe(3);
    expect(err).toContain(told);
    await expect(workspace.read("deployed")).rejects.toThrow();
    await expect(workspace.read("readiness_rehearsal.json")).rejects.toThrow();
  });

  it("takes versions from the environment, and leaves braces in commands alone", async () => {
    const config = configOf({ verify: "echo '{{.State}}' > braces" }).replace('"2.0"', '"{{VERSION}}"');
    expect((await rehearse(config, ["--no-submit"], { VERSION: "3.1" })).code).toBe(0);
    expect((await record()).from_version).toBe("3.1");
    expect(await workspace.read("braces")).toBe("{{.State}}\n");
  });
});
