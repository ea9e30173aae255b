import { and, eq } from "drizzle-orm";
import { notificationPreference } from "@/db/schema/notification";
import type { PersonActor } from "@/lib/core/access";
import { USUAL_SCHEDULE } from "@/lib/core/notification/digest-time";
import { KIND_FACTS } from "@/lib/core/notification/kind-facts";
import { NOTICE_KINDS, type NoticeKind } from "@/lib/core/notification/kinds";
import { allowedChoices, type Choice, choiceFor } from "@/lib/core/notification/preference";
import { read } from "../read";

export type PreferenceView = {
  kinds: { kind: NoticeKind; title: string; about: string; choice: Choice; allowed: readonly Choice[] }[];
  digestHour: number;
  timeZone: string;
  /** Whether the person chose anything yet. */
  chosen: boolean;
};

/** How the person who asks is told, kind by kind. */
export async function myPreferences(actor: PersonActor): Promise<PreferenceView> {
  return read(actor, async (tx) => {
    const [row] = await tx
      .select()
      .from(notificationPreference)
      .where(and(eq(notificationPreference.tenantId, actor.tenantId), eq(notificationPreference.personId, actor.id)));
    const { digestHour, timeZone } = row ?? USUAL_SCHEDULE;
    const kinds = NOTICE_KINDS.map((kind) => ({
      kind,
      title: KIND_FACTS[kind].title,
      about: KIND_FACTS[kind].about,
      choice: choiceFor(row?.choices ?? {}, kind),
      allowed: allowedChoices(kind),
    }));
    return { kinds, digestHour, timeZone, chosen: row !== undefined };
  });
}
