import { z } from "zod";
import { command } from "../command";
import { endEntry } from "./entry";

/** Ends a window or a freeze now. It is kept, and shown among those that are over. */
export const endCalendarEntry = command({
  name: "calendar.end",
  permission: "calendar:manage",
  input: z.strictObject({
    calendarId: z.uuid(),
    reason: z.string().trim().min(1, "say why it is ended").max(2000),
  }),
  async run(scope, { calendarId, reason }) {
    const { id, name, kind, environmentId, serviceId } = await endEntry(scope, calendarId, reason);
    const subjects = [id, environmentId, serviceId].filter((each) => each !== null);
    return {
      value: { id, name },
      record: { kind: "calendar", subjects, data: { calendar: id, name, kind, ended: true, reason } },
    };
  },
});
