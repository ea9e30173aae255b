import { type NextRequest, NextResponse } from "next/server";

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    // Styles of positioned elements (menus, tooltips) are set as attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Search engines have no session: what they can reach tells them to keep nothing. */
const hasSession = (request: NextRequest): boolean =>
  request.cookies.getAll().some(({ name }) => name.endsWith("next-auth.session-token"));

/** Headers for every page: nonce CSP and no caching of governed pages. It authorises nothing. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("cache-control", "no-store");
  if (!hasSession(request)) response.headers.set("x-robots-tag", "noindex, nofollow");
  if (request.nextUrl.protocol === "https:" || request.headers.get("x-forwarded-proto") === "https") {
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

// The API sets its own headers; passing it by keeps its request bodies unbuffered.
export const config = { matcher: ["/((?!_next/static|_next/image|api/v1/|icon.svg|favicon.ico).*)"] };
