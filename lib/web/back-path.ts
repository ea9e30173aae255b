const HERE = "http://here.invalid";

/** Where to go on after signing in or switching tenants: a path of this site, never another one (`//elsewhere`, `/\elsewhere`, `/..//elsewhere`). */
export function backPath(back: string | string[] | undefined): string {
  if (typeof back !== "string" || !back.startsWith("/") || !URL.canParse(back, HERE)) return "/";
  const { origin, pathname, search } = new URL(back, HERE);
  if (origin !== HERE || pathname.startsWith("//") || /^\/(sign-in|api)\b/.test(pathname)) return "/";
  return pathname + search;
}

/** The path of a whole address, on whatever site: `backPath` judges it. */
export function pathOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address, HERE)) return undefined;
  const { pathname, search } = new URL(address, HERE);
  return pathname + search;
}
