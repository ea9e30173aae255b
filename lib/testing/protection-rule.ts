/**
 * A `deployment_protection_rule` event, action `requested`, after GitHub's published webhook schema (octokit/webhooks,
 * deployment_protection_rule/requested, and the REST description's webhook-deployment-protection-rule-requested, which
 * adds `sha` and `ref`). Not recorded from GitHub; members that are not read are shortened.
 */
export function protectionRuleEvent(wish: {
  repository: string;
  environment: string;
  commit: string;
  callbackUrl: string;
  deploymentId?: number;
}): Record<string, unknown> {
  const { repository, environment, commit, callbackUrl, deploymentId = 145988746 } = wish;
  const [owner = "", name = ""] = repository.split("/");
  const api = `https://api.github.com/repos/${repository}`;
  const creator = { login: "kenji", id: 21031067, type: "User", site_admin: false };
  return {
    action: "requested",
    environment,
    event: "push",
    sha: commit,
    ref: "refs/heads/main",
    deployment_callback_url: callbackUrl,
    deployment: {
      url: `${api}/deployments/${deploymentId}`,
      id: deploymentId,
      node_id: "MDEwOkRlcGxveW1lbnQxNDU5ODg3NDY=",
      sha: commit,
      ref: "main",
      task: "deploy",
      payload: {},
      original_environment: environment,
      environment,
      description: null,
      creator,
      created_at: "2026-05-15T15:20:53Z",
      updated_at: "2026-05-15T15:20:53Z",
      statuses_url: `${api}/deployments/${deploymentId}/statuses`,
      repository_url: api,
    },
    pull_requests: [],
    repository: { id: 186853002, name, full_name: repository, private: true, owner: { login: owner, id: 1 }, url: api },
    organization: { login: owner, id: 1 },
    installation: { id: 77, node_id: "MDIzOkludGVncmF0aW9uSW5zdGFsbGF0aW9uNzc=" },
    sender: creator,
  };
}
