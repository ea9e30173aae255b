import { type Io, setting } from "../io";

/** One run of a workflow or job is one run; elsewhere each start is. */
export function defaultRunId(io: Io): string {
  const [github, attempt] = [setting(io, "GITHUB_RUN_ID"), setting(io, "GITHUB_RUN_ATTEMPT")];
  if (github) return `github-${github}-${attempt ?? "1"}`;
  const [gitlab, job] = [setting(io, "CI_PIPELINE_ID"), setting(io, "CI_JOB_ID")];
  return gitlab && job ? `gitlab-${gitlab}-${job}` : `run-${io.randomId()}`;
}

/** The page of the workflow's run; undefined where the environment names none. */
export function runUrl(io: Io): string | undefined {
  const [server, repository] = [setting(io, "GITHUB_SERVER_URL"), setting(io, "GITHUB_REPOSITORY")];
  const run = setting(io, "GITHUB_RUN_ID");
  const github = server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
  const address = github ?? setting(io, "CI_JOB_URL") ?? setting(io, "CI_PIPELINE_URL");
  return address && /^https?:\/\//.test(address) && URL.canParse(address) ? address.slice(0, 2000) : undefined;
}
