import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Collector } from "../testing/collector";
import { testIo } from "../testing/io";
import { openTelemetry } from "./telemetry";

let collector: Collector;
beforeEach(async () => {
  collector = await Collector.answering();
});
afterEach(() => collector.stop());

describe("the resource says which pipeline it is", () => {
  async function resource(settings: Record<string, string>) {
    const telemetry = await openTelemetry(testIo({ env: { ...collector.env, ...settings } }).io, {});
    telemetry.metric("a", 1);
    await telemetry.close();
    return collector.resources()[0];
  }

  it("on GitHub", async () => {
    const github = {
      GITHUB_ACTIONS: "true",
      GITHUB_SERVER_URL: "https://git.example",
      GITHUB_REPOSITORY: "team/service-api",
      GITHUB_RUN_ID: "42",
      GITHUB_WORKFLOW: "readiness",
      GITHUB_REF_NAME: "main",
      GITHUB_SHA: "abc",
    };
    expect(await resource(github)).toMatchObject({
      "cicd.pipeline.name": "readiness",
      "cicd.pipeline.run.id": "42",
      "cicd.pipeline.run.url.full": "https://git.example/team/service-api/actions/runs/42",
      "vcs.repository.url.full": "https://git.example/team/service-api",
      "vcs.ref.head.name": "main",
      "vcs.ref.head.revision": "abc",
    });
  });

  it("on GitLab, without the address that holds the job's token", async () => {
    const gitlab = {
      GITLAB_CI: "true",
      CI_PROJECT_URL: "https://git.example/team/service-api",
      CI_REPOSITORY_URL: `https://gitlab-ci-token:very-secret@git.example/team/service-api.git`,
      CI_PIPELINE_ID: "7",
      CI_COMMIT_SHA: "abc",
    };
    const told = await resource(gitlab);
    expect(told).toMatchObject({
      "cicd.pipeline.run.id": "7",
      "vcs.repository.url.full": "https://git.example/team/service-api",
      "vcs.ref.head.revision": "abc",
    });
    expect(JSON.stringify(told)).not.toContain("very-secret");
  });

  it("and what the environment adds by OpenTelemetry's own variables", async () => {
    const env = {
      READINESS_ENVIRONMENT: "staging",
      OTEL_SERVICE_NAME: "our-gate",
      OTEL_RESOURCE_ATTRIBUTES: "team=core,place=a%20b",
    };
    expect(await resource(env)).toMatchObject({
      "service.name": "our-gate",
      "deployment.environment.name": "staging",
      team: "core",
      place: "a b",
    });
  });
});
