/** Where to go after signing in: a path of this site, never another one (`//elsewhere`, `/\elsewhere`). */
export function backPath(back: string | string[] | undefined): string {
  if (typeof back !== "string" || !/^\/(?![/\\])/.test(back)) return "/";
  const base = "http://here.invalid";
  const url = URL.canParse(back, base) ? new URL(back, base) : null;
  if (!url || url.origin !== base || url.pathname.startsWith("/sign-in")) return "/";
  return url.pathname + url.search;
}
