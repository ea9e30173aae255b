import { mailSettings } from "@/lib/integrations/mail/settings";
import { deliverNow, type Ended } from "@/lib/jobs/handlers/deliver-notification";
import type { Command } from "@/lib/registry/command";
import { writeTest } from "@/lib/registry/notification/test-message";

/** Writes a test message and delivers it while its sender waits for the outcome. */
export const sendTest: Command<typeof writeTest.input, Ended> = Object.assign(
  async (...asked: Parameters<typeof writeTest>) => deliverNow(await writeTest(...asked)),
  { commandName: writeTest.commandName, input: writeTest.input, permission: writeTest.permission },
);

/** How e-mail is configured, without any credentials. */
export function mailStatus() {
  const settings = mailSettings();
  if (settings.state === "missing") return settings;
  const { state, host, from } = settings;
  return { state, host, from };
}
