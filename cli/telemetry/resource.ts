import { version } from "@/package.json";
import type { Io } from "../io";
import { pairsOf } from "./destination";
import type { Attributes } from "./recorder";

type Told = Record<string, string | undefined>;

/** Who sends: this program, in the pipeline that runs it, with OpenTelemetry's names for those. */
export function resourceOf(env: Io["env"]): Attributes {
  return {
    "service.name": env.OTEL_SERVICE_NAME?.trim() || "readiness-cli",
    "service.version": version,
    ...present({ "deployment.environment.name": env.READINESS_ENVIRONMENT }),
    ...pipelineOf(env),
    ...pairsOf(env.OTEL_RESOURCE_ATTRIBUTES),
  };
}

function pipelineOf(env: Io["env"]): Attributes {
  if (env.GITHUB_ACTIONS || env.GITHUB_RUN_ID) return present(githubRun(env));
  return env.GITLAB_CI ? present(gitlabPipeline(env)) : {};
}

function githubRun(env: Io["env"]): Told {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  const address = server && repository ? `${server}/${repository}` : undefined;
  return {
    "cicd.pipeline.name": env.GITHUB_WORKFLOW,
    "cicd.pipeline.run.id": run,
    "cicd.pipeline.run.url.full": address && run ? `${address}/actions/runs/${run}` : undefined,
    "cicd.pipeline.task.name": env.GITHUB_JOB,
    "vcs.provider.name": "github",
    "vcs.repository.url.full": address,
    "vcs.repository.name": repository?.split("/").at(-1),
    "vcs.ref.head.name": env.GITHUB_REF_NAME,
    "vcs.ref.head.type": env.GITHUB_REF_TYPE,
    "vcs.ref.head.revision": env.GITHUB_SHA,
  };
}

/** Not CI_REPOSITORY_URL: it holds the job's token. */
function gitlabPipeline(env: Io["env"]): Told {
  return {
    "cicd.pipeline.name": env.CI_PIPELINE_NAME || env.CI_PROJECT_PATH,
    "cicd.pipeline.run.id": env.CI_PIPELINE_ID,
    "cicd.pipeline.run.url.full": env.CI_PIPELINE_URL,
    "cicd.pipeline.task.name": env.CI_JOB_NAME,
    "cicd.pipeline.task.run.id": env.CI_JOB_ID,
    "cicd.pipeline.task.run.url.full": env.CI_JOB_URL,
    "vcs.provider.name": "gitlab",
    "vcs.repository.url.full": env.CI_PROJECT_URL,
    "vcs.repository.name": env.CI_PROJECT_NAME,
    "vcs.ref.head.name": env.CI_COMMIT_REF_NAME,
    "vcs.ref.head.type": env.CI_COMMIT_TAG ? "tag" : "branch",
    "vcs.ref.head.revision": env.CI_COMMIT_SHA,
  };
}

function present(told: Told): Attributes {
  return Object.fromEntries(Object.entries(told).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
