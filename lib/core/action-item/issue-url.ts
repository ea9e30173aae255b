export type NamedIssue = { origin: string; repository: string; number: number };

/** The issue that an address leads to: `https://github.com/acme/shop/issues/12`. Null for any other address. Pure. */
export function issueOf(address: string): NamedIssue | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname, username, password } = new URL(address);
  const [, repository, digits] = /^\/([^/]+\/[^/]+)\/issues\/([1-9]\d{0,8})\/?$/.exec(pathname) ?? [];
  if (!repository || !digits || username || password) return null;
  return { origin, repository: repository.toLowerCase(), number: Number(digits) };
}

/**
 * Where the pages of a GitHub are whose API is at an address: `api.github.com` is github.com's, `api.` of any other host
 * is that host's, and an Enterprise Server has both at one host. Pure.
 */
export function pagesOrigin(apiUrl: string): string {
  const { protocol, host, pathname } = new URL(apiUrl);
  return pathname.replace(/\/+$/, "") === "" && host.startsWith("api.")
    ? `${protocol}//${host.slice(4)}`
    : `${protocol}//${host}`;
}
