import { REQUEST_SECONDS } from "@/lib/core/identity/reauthentication";
import { env } from "@/lib/env";

/** Names the confirmation that this browser has asked for; nobody else's answer of the provider counts for it. */
export const CONFIRMATION_COOKIE = "readiness-confirmation";

export const confirmationCookie = (id: string) => ({
  name: CONFIRMATION_COOKIE,
  value: id,
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: env().NEXTAUTH_URL?.startsWith("https://") ?? false,
  maxAge: REQUEST_SECONDS,
});
