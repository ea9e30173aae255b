import { afterEach, beforeEach, expect, it } from "vitest";
import { Collector } from "../testing/collector";
import { run, Workspace } from "../testing/run";
import { answerJson, FakeServer, type Received } from "../testing/server";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

const document = {
  kind: "rollback",
  service: "service-api",
  environment: "staging",
  started_at: "2025-09-30T10:00:00Z",
  finished_at: "2025-09-30T10:20:00Z",
  outcome: "failed",
  participants: ["Rosa", "Sam"],
  gaps: ["no runbook"],
  evidence_url: "https://evidence.example/1",
  from_version: "2",
  to_version: "1",
};
const told = [
  ...["--service", "service-api", "--from-version", "2", "--to-version", "1", "--outcome", "failed"],
  ...["--started-at", document.started_at, "--finished-at", document.finished_at],
  ...["--participant", "Rosa", "--participant", "Sam", "--gap", "no runbook"],
  ...["--evidence-url", document.evidence_url],
];
const failed = {
  id: "r1",
  outcome: "failed",
  freshness: { state: "failed", dueAt: null, reason: "a rehearsal failed" },
};

async function record(args: string[], env: Record<string, string> = {}, command = ["rehearsal", "record"]) {
  return FakeServer.during(
    (_, response) => answerJson(response, 201, failed),
    async (server) => {
      const all = { ...server.env, READINESS_ENVIRONMENT: "staging", ...env };
      const result = await run([...command, ...args], { cwd: workspace.folder, env: all });
      return { ...result, received: server.received as Received[] };
    },
  );
}

it("a drill that was done by hand is recorded as the options tell it", async () => {
  const { code, received, out } = await record(told);
  expect({ code, body: received[0]?.body }).toEqual({ code: 0, body: document });
  expect(out).toBe("Rehearsal of service-api in staging is recorded: failed (r1); a rehearsal failed\n");
});

it.each([[["rehearsal", "record"]], [["submit", "rehearsal"]]])("or as a file has it: %j", async (command) => {
  const { gaps: _, ...sparse } = document;
  await workspace.write({ "drill.json": sparse });
  const { code, received } = await record(["drill.json"], {}, command);
  expect({ code, body: received[0]?.body }).toEqual({ code: 0, body: sparse });
});

it("a record that is sent later tells the collector how long the rollback took, and when", async () => {
  const collector = await Collector.answering();
  const step = (name: string, from: string, to: string, outcome: string) => ({
    name,
    started_at: `2025-09-30T${from}Z`,
    finished_at: `2025-09-30T${to}Z`,
    outcome,
  });
  const steps = [
    step("deploy", "10:00:00", "10:05:00", "passed"),
    step("rollback", "10:05:00", "10:06:30", "failed"),
    step("verify", "10:20:00", "10:20:00", "not_run"),
  ];
  await workspace.write({ "drill.json": { ...document, steps } });
  await record(["drill.json"], collector.env);
  expect(collector.points()).toMatchObject([
    {
      name: "deployment.rollback_rehearsal_duration",
      value: 90,
      at: "2025-09-30T10:06:30.000Z",
      attributes: { "readiness.rehearsal.outcome": "failed" },
    },
    { name: "rehearsal.checked", value: 0 },
  ]);
  expect(collector.spans()).toMatchObject([
    {
      name: "operation.execute",
      attributes: { command: "rehearsal record" },
      events: [{ name: "rehearsal.checked", attributes: { "readiness.rehearsal.state": "failed" } }],
    },
  ]);
  await collector.stop();
});

it.each([
  ["neither a file nor options", [], "give FILE"],
  ["a file and options", ["drill.json", "--outcome", "passed"], "give either FILE or --outcome"],
  ["nobody who took part", told.filter((each) => !["--participant", "Rosa", "Sam"].includes(each)), "--participant"],
  ["an outcome that is none", told.map((each) => (each === "failed" ? "ok" : each)), "outcome"],
  ["a time without a zone", told.map((each) => (each === document.started_at ? "2025-09-30" : each)), "started_at"],
])("%s is bad input, and nothing is sent", async (_what, args, expected) => {
  const { code, err, received } = await record(args);
  expect({ code, received }).toEqual({ code: 3, received: [] });
  expect(err).toContain(expected);
});
