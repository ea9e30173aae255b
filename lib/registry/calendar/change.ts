import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";
import { endEntry, entryInput, storeEntry } from "./entry";

/**
 * Changes a window or a freeze: the entry ends and another one takes its place, so that what was in force when a
 * decision was made stays known. Overrides of the old entry are none of the new one.
 */
export const changeCalendarEntry = command({
  name: "calendar.change",
  permission: "calendar:manage",
  input: z.strictObject({ calendarId: z.uuid(), ...entryInput.shape }),
  async run(scope, { calendarId, ...input }) {
    const old = await endEntry(scope, calendarId, "changed");
    if (old.kind !== input.kind) throw new DomainError("invalid", "A window stays a window, and a freeze a freeze.");
    const { id, name, subjects, data } = await storeEntry(scope, input, calendarId);
    return { value: { id, name }, record: { kind: "calendar", subjects, data } };
  },
});
