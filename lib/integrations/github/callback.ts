export type Callback = { runId: string } | { problem: string };

const PATH = /^\/repos\/([^/]+\/[^/]+)\/actions\/runs\/(\d{1,20})\/deployment_protection_rule$/;

/**
 * The workflow run that a callback address is of. An address anywhere but at the API of this integration, for this
 * repository, is a problem: an installation's token must never be sent to it.
 */
export function callbackOf(address: string | null, expected: { apiUrl: string; repository: string }): Callback {
  if (!address) return { problem: "GitHub named no address to answer to (deployment_callback_url)" };
  const url = URL.canParse(address) ? new URL(address) : null;
  const api = new URL(expected.apiUrl);
  const base = api.pathname.replace(/\/+$/, "");
  if (!url || url.origin !== api.origin || url.username || url.password || !url.pathname.startsWith(base)) {
    return { problem: `the address to answer to is not at ${api.origin}${base}` };
  }
  const [, repository, runId] = PATH.exec(url.pathname.slice(base.length)) ?? [];
  if (!repository || !runId || url.search || url.hash) {
    return { problem: "the address to answer to is not that of a deployment protection rule" };
  }
  if (repository.toLowerCase() !== expected.repository) {
    return { problem: "the address to answer to belongs to another repository" };
  }
  return { runId };
}
