import { DomainError } from "@/lib/core/errors";

/** Refuses a browser's change that does not come from this site's own pages; an absent or `null` origin is refused too. */
export function requireSameOrigin(headers: Headers): void {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  const same = origin !== null && origin !== "null" && URL.canParse(origin) && new URL(origin).host === host;
  if (!same)
    throw new DomainError("forbidden", "This request did not come from this site. Reload the page and try again.");
}
