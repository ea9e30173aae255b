import { env } from "@/lib/env";

/** The address of all webhooks, to which an integration's id is added. */
export const webhookBase = (): string =>
  new URL("/api/v1/webhooks", env().NEXTAUTH_URL ?? "http://localhost").toString();
