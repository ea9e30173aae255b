"use server";

import { changeCalendarEntry } from "@/lib/registry/calendar/change";
import { createCalendarEntry } from "@/lib/registry/calendar/create";
import { endCalendarEntry } from "@/lib/registry/calendar/end";
import { action } from "@/lib/web/action";

/** An entry can open or close the gate of any release. */
const changed = () => ["/settings/calendars", "/calendar", "/", "/releases"];

export const createEntryAction = action(createCalendarEntry, changed);
export const changeEntryAction = action(changeCalendarEntry, changed);
export const endEntryAction = action(endCalendarEntry, changed);
