import { readFileSync } from "node:fs";
import { z } from "zod";
import { ROLES } from "@/lib/core/access";

const credentials = z.object({
  people: z.array(
    z.object({ email: z.email(), name: z.string(), password: z.string(), roles: z.array(z.enum(ROLES)) }),
  ),
});
export type Account = { email: string; name: string; password: string };

/** A variable that the launcher of these tests sets. */
function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Start these tests with "npm run test:e2e".`);
  return value;
}

export const ownerUrl = (): string => given("E2E_OWNER_URL");
/** As the role that the web application signs in as. */
export const appUrl = (): string => given("E2E_APP_URL");
export const baseUrl = (): string => given("E2E_BASE_URL");

/** Everybody of the sample tenant. */
export function samplePeople(): Account[] {
  return credentials.parse(JSON.parse(readFileSync(given("E2E_CREDENTIALS"), "utf8"))).people;
}

/** A person of the sample by the part of the address before the @. */
export function sampleSignIn(who: string): Account {
  const found = samplePeople().find(({ email }) => email.startsWith(`${who}@`));
  if (!found) throw new Error(`The sample has nobody called ${who}.`);
  return found;
}
