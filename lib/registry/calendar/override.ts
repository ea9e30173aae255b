import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { calendarEntry, freezeOverride } from "@/db/schema/calendar";
import type { PersonActor } from "@/lib/core/access";
import { releaseParties } from "@/lib/core/approval/parties";
import { planOverride } from "@/lib/core/calendar/override";
import { wallText } from "@/lib/core/calendar/wall";
import { DomainError } from "@/lib/core/errors";
import type { CalendarFact } from "@/lib/core/gate/facts";
import { instantText } from "@/lib/core/instant";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { calendarFact, calendarRows } from "../gate/calendar-facts";
import { gateFacts } from "../gate-facts";
import { newId } from "../id";
import { notify } from "../notification/notify";
import { type FoundRelease, findRelease, requireOpen } from "../release/find";

/** Lets one release roll out during the occurrence of a freeze that is in force now. It says nothing of other checks. */
export const overrideFreeze = command({
  name: "freeze.override",
  permission: "freeze:override",
  stepUp: true,
  input: z.strictObject({
    releaseId: z.uuid(),
    calendarId: z.uuid(),
    reason: z.string().trim().min(1, "say why it must roll out now").max(5000),
    /** Left out: the end of the freeze. */
    expiresAt: instantText.optional(),
  }),
  async run({ tx, actor, readClock }, { releaseId, calendarId, reason, expiresAt }) {
    const granter = requirePerson(actor);
    const found = await findRelease(tx, actor, releaseId, "lock");
    requireOpen(found.release);
    const at = await readClock();
    const freeze = await freezeOf(tx, actor.tenantId, calendarId);
    if (!found.environment.isProduction) {
      throw new DomainError("invalid", "Freezes are judged for entry to production only.");
    }
    const plan = planOverride({
      freeze,
      place: { service: found.service.slug, environment: found.environment.slug },
      expiresAt: expiresAt ?? null,
      at,
      granter,
      parties: releaseParties(await gateFacts(tx, actor, found, at)),
    });
    const id = newId(at);
    const times = { occurrenceStart: plan.occurrence.start, occurrenceEnd: plan.occurrence.end };
    const { grantedRole } = plan;
    await tx.insert(freezeOverride).values({
      ...{ tenantId: actor.tenantId, id, calendarEntryId: calendarId, releaseId, ...times, reason },
      ...{ grantedAt: at, expiresAt: plan.expiresAt, grantedRole },
      ...{ grantedById: granter.id, grantedByName: granter.name, grantedByEmail: granter.email },
    });
    await tellBoard(
      { tx, tenantId: actor.tenantId, now: at },
      { id, found, freeze, granter, reason, until: plan.expiresAt },
    );
    const until = plan.expiresAt.toISOString();
    const data = { override: id, release: releaseId, calendar: calendarId, name: freeze.name, reason, grantedRole };
    return {
      value: { id, releaseId, expiresAt: until },
      record: {
        kind: "freeze-override",
        subjects: [releaseId, id, calendarId],
        data: {
          ...{ ...data, expiresAt: until },
          occurrence: { start: times.occurrenceStart.toISOString(), end: times.occurrenceEnd.toISOString() },
        },
      },
    };
  },
});

async function freezeOf(tx: Tx, tenantId: string, id: string): Promise<CalendarFact> {
  const [row] = await calendarRows(tx).where(and(eq(calendarEntry.tenantId, tenantId), eq(calendarEntry.id, id)));
  if (!row) throw new DomainError("not_found", "There is no such freeze.");
  return calendarFact(row.entry, row);
}

type Told = {
  id: string;
  found: FoundRelease;
  freeze: CalendarFact;
  granter: PersonActor;
  reason: string;
  until: Date;
};

async function tellBoard(scope: { tx: Tx; tenantId: string; now: Date }, told: Told): Promise<void> {
  const { id, found, freeze, granter, reason, until } = told;
  await notify(scope, {
    kind: "freeze-overridden",
    key: `freeze-overridden:${id}`,
    to: { roles: ["change-board"] },
    except: [granter.id],
    serviceId: found.service.id,
    environmentId: found.environment.id,
    releaseId: found.release.id,
    title: `${freeze.name} is overridden for ${found.service.slug} ${found.release.version}`,
    verdict: null,
    reason: `${granter.name} lets it roll out until ${wallText(until, freeze.timeZone)}: ${reason}`,
    path: `/releases/${found.release.id}`,
  });
}
