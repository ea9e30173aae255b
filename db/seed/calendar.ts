import { createCalendarEntry } from "@/lib/registry/calendar/create";
import type { Story } from "./story";
import { workingDay } from "./time";
import { doneAt, type World } from "./world";

/** A field for local times, in UTC: "2026-03-18T13:37". */
const wall = (at: Date): string => at.toISOString().slice(0, 16);

/**
 * A night of maintenance that is over, a freeze and a service's windows that are to come: none is in force now, nor was
 * one while a release of the sample went to production.
 */
export async function* calendarStory({ now, people, services }: World): Story {
  const maintenance = workingDay(now, 44, 9, 15);
  yield maintenance;
  const [start, end] = [wall(workingDay(now, 38, 22)), wall(workingDay(now, 37, 3))];
  await createCalendarEntry(doneAt(people.ines, maintenance), {
    kind: "freeze",
    name: "Database maintenance",
    reason: "The primary database moves to new hosts; a rollout could not be rolled back.",
    timeZone: "UTC",
    rule: { repeats: "once", start, end },
    validUntil: end,
    overridableBy: [],
  });
  const planned = workingDay(now, 6, 10, 40);
  yield planned;
  const board = doneAt(people.tomas, planned);
  await createCalendarEntry(board, {
    kind: "freeze",
    name: "Quarter close",
    reason: "Finance closes the quarter on the live figures.",
    timeZone: "Europe/Berlin",
    rule: { repeats: "once", start: wall(workingDay(now, -17, 16)), end: wall(workingDay(now, -21, 7)) },
  });
  await createCalendarEntry(board, {
    kind: "window",
    name: "Mapping office hours",
    reason: "Adjudicators have to be there when the mapping changes.",
    timeZone: "Europe/Berlin",
    rule: { repeats: "weekly", days: ["mon", "tue", "wed", "thu"], from: "09:00", to: "16:00" },
    serviceId: services.mapping,
    validFrom: wall(workingDay(now, -10, 0)),
  });
}
