import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "@/lib/core/digest";
import * as evidence from "../testing/evidence";
import { run, Workspace } from "../testing/run";
import { answerJson, FakeServer } from "../testing/server";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

const HASH = `sha256:${"5e".repeat(32)}`;
const MATCHED = { id: "d1", match: "approved", explanation: "The gate had approved release 1.0." };
const BYPASS = { id: "d1", match: "bypass", explanation: "No manifest has them." };

async function report(args: string[], { env = {}, answer = MATCHED as object } = {}) {
  return FakeServer.during(
    (_, response) => answerJson(response, 201, answer),
    async (server) => {
      const told = { ...server.env, READINESS_SERVICE: "service-api", READINESS_ENVIRONMENT: "production", ...env };
      const result = await run(["deployment", "report", ...args], {
        cwd: workspace.folder,
        env: told,
        now: evidence.NOW,
      });
      return { ...result, sent: server.received[0] };
    },
  );
}

describe("deployment report", () => {
  it("sends what was deployed, its files hashed, and says what allowed it", async () => {
    await workspace.write({ "dist/api.tgz": "bytes" });
    const artifacts = ["--artifact", "dist/*.tgz", "--artifact", HASH];
    const { code, out, err, sent } = await report([
      ...["--state", "succeeded", "--id", "rollout-1", "--version", "1.0", "--by", "dana@example.com"],
      ...artifacts,
    ]);
    expect({ code, err, out }).toEqual({
      code: 0,
      err: "",
      out: "Deployment d1 is recorded: approved. The gate had approved release 1.0.\n",
    });
    expect({ url: sent?.url, body: sent?.body }).toEqual({
      url: "/api/v1/deployments",
      body: {
        service: "service-api",
        environment: "production",
        externalId: "rollout-1",
        state: "succeeded",
        deployedAt: evidence.NOW.toISOString(),
        artifacts: [sha256("bytes"), HASH],
        version: "1.0",
        deployedBy: "dana@example.com",
      },
    });
  });

  it("that nothing allowed is told on the error output too, and is recorded all the same", async () => {
    const { code, err } = await report(["--state", "started", "--id", "x"], { answer: BYPASS });
    expect(code).toBe(0);
    expect(err).toContain("nothing allowed this deployment. No manifest has them. A person has to explain it.");
  });

  it("in a GitHub job is named by the run and the job, and by who started it", async () => {
    const env = { GITHUB_RUN_ID: "42", GITHUB_RUN_ATTEMPT: "2", GITHUB_JOB: "deploy", GITHUB_ACTOR: "octocat" };
    const { sent } = await report(["--state", "started"], { env });
    expect(sent?.body).toMatchObject({ externalId: "github/42/2/deploy", deployedBy: "octocat" });
  });

  it.each([
    ["no name", ["--state", "started"]],
    ["no state", ["--id", "x"]],
    ["a state that there is not", ["--state", "done", "--id", "x"]],
    ["a time without a zone", ["--state", "started", "--id", "x", "--at", "2025-10-01T12:00:00"]],
    ["a file that is not there", ["--state", "started", "--id", "x", "--artifact", "none.tgz"]],
  ])("with %s is bad input and sends nothing", async (_, args) => {
    const { code, sent } = await report(args);
    expect({ code, sent }).toEqual({ code: 3, sent: undefined });
  });
});
