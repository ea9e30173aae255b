/**
 * A `deployment_status` event, action `created`, after GitHub's published webhook schema (octokit/webhooks,
 * deployment_status/created). Not recorded from GitHub; members that are not read are shortened.
 */
export function deploymentStatusEvent(told: {
  repository: string;
  environment: string;
  commit: string;
  deploymentId: number;
  state: string;
  at: string;
  payload?: unknown;
}): Record<string, unknown> {
  const { repository, environment, commit, deploymentId, state, at, payload = {} } = told;
  const [owner = "", name = ""] = repository.split("/");
  const api = `https://api.github.com/repos/${repository}`;
  const url = `${api}/deployments/${deploymentId}`;
  const creator = { login: "kenji", id: 21031067, type: "User", site_admin: false };
  return {
    action: "created",
    deployment_status: {
      url: `${url}/statuses/1`,
      id: 1,
      node_id: "MDE2OkRlcGxveW1lbnRTdGF0dXMyMDA1Nzg0ODA=",
      state,
      creator,
      description: "",
      environment,
      target_url: `https://github.com/${repository}/actions/runs/1/job/2`,
      log_url: `https://github.com/${repository}/actions/runs/1/job/2`,
      environment_url: "",
      created_at: at,
      updated_at: at,
      deployment_url: url,
      repository_url: api,
    },
    deployment: {
      url,
      id: deploymentId,
      node_id: "MDEwOkRlcGxveW1lbnQxNDU5ODg3NDY=",
      sha: commit,
      ref: "main",
      task: "deploy",
      payload,
      original_environment: environment,
      environment,
      description: null,
      creator,
      created_at: at,
      updated_at: at,
      statuses_url: `${url}/statuses`,
      repository_url: api,
    },
    check_run: null,
    workflow: null,
    workflow_run: null,
    repository: { id: 186853002, name, full_name: repository, private: true, owner: { login: owner, id: 1 }, url: api },
    sender: creator,
    installation: { id: 77, node_id: "MDIzOkludGVncmF0aW9uSW5zdGFsbGF0aW9uNzc=" },
  };
}
