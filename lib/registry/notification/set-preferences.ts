import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { notificationPreference } from "@/db/schema/notification";
import { canonicalJson } from "@/lib/core/digest";
import { invalid } from "@/lib/core/errors";
import { choicesSchema } from "@/lib/core/notification/choices-schema";
import { isTimeZone } from "@/lib/core/notification/digest-time";
import { KIND_FACTS } from "@/lib/core/notification/kind-facts";
import { NOTICE_KINDS } from "@/lib/core/notification/kinds";
import { allowedChoices, type Choices, choiceFor } from "@/lib/core/notification/preference";
import { requirePerson } from "../actor-columns";
import { command } from "../command";

/** Sets how the person who asks is told by e-mail; nobody sets it for another. */
export const setPreferences = command({
  name: "notification.set-preferences",
  permission: "read",
  input: z.strictObject({
    choices: choicesSchema,
    digestHour: z.number().int().min(0).max(23),
    timeZone: z.string().max(100).refine(isTimeZone, "must be a time zone such as Europe/Berlin"),
  }),
  async run({ tx, actor, now }, { choices: given, digestHour, timeZone }) {
    const { id: personId, tenantId } = requirePerson(actor);
    const choices = completeChoices(given);
    const row = { choices, digestHour, timeZone, changedAt: now };
    const own = and(eq(notificationPreference.tenantId, tenantId), eq(notificationPreference.personId, personId));
    const [before] = await tx.select().from(notificationPreference).where(own).for("update");
    const after = { choices, digestHour, timeZone };
    const stated = before ? statedIn(before) : null;
    if (canonicalJson(stated) === canonicalJson(after)) return { value: after, record: "unchanged" };
    await tx
      .insert(notificationPreference)
      .values({ tenantId, personId, ...row })
      .onConflictDoUpdate({ target: [notificationPreference.tenantId, notificationPreference.personId], set: row });
    const data = { person: personId, before: stated, after };
    return { value: after, record: { kind: "notification-preference", subjects: [personId], data } };
  },
});

/** Every kind's choice spelled out, so that other defaults of a later version change nobody's choice. */
function completeChoices(given: Choices): Choices {
  const complete: Choices = {};
  for (const kind of NOTICE_KINDS) {
    const choice = given[kind] ?? choiceFor({}, kind);
    if (!allowedChoices(kind).includes(choice)) {
      throw invalid(`choices.${kind}`, `${KIND_FACTS[kind].title} reaches you at least in the daily digest`);
    }
    complete[kind] = choice;
  }
  return complete;
}

const statedIn = ({ choices, digestHour, timeZone }: typeof notificationPreference.$inferSelect) => ({
  choices,
  digestHour,
  timeZone,
});
