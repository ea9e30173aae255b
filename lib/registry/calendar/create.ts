import { command } from "../command";
import { entryInput, storeEntry } from "./entry";

/** Adds a rollout window or a freeze. */
export const createCalendarEntry = command({
  name: "calendar.create",
  permission: "calendar:manage",
  input: entryInput,
  async run(scope, input) {
    const { id, name, subjects, data } = await storeEntry(scope, input, null);
    return { value: { id, name }, record: { kind: "calendar", subjects, data } };
  },
});
