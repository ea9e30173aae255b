"use server";

import { correctEntry } from "@/lib/registry/incident/timeline/correct";
import { noteIncident } from "@/lib/registry/incident/timeline/note";
import { pinEntry } from "@/lib/registry/incident/timeline/pin";
import { action } from "@/lib/web/action";

/** Whoever looks at the timeline hears of it by the stream, the writer included. */
const nothing = () => [];

export const noteIncidentAction = action(noteIncident, nothing);
export const correctEntryAction = action(correctEntry, nothing);
export const pinEntryAction = action(pinEntry, nothing);
