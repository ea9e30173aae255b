import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { isReferring } from "@/lib/core/incident/timeline";
import { command } from "../../command";
import { appendEntry } from "../append-entry";
import { holdIncident, incidentRecord } from "../hold";
import { entryOfIncident, saidOf } from "./find";

/** Pins an entry above the timeline for everybody, or takes it down again. */
export const pinEntry = command({
  name: "incident.pin-entry",
  permission: "incident:note",
  input: z.strictObject({ incidentId: z.uuid(), entryId: z.uuid(), pinned: z.boolean() }),
  async run(command, { incidentId, entryId, pinned }) {
    const { row, scope } = await holdIncident(command, incidentId, "unended");
    const { tx, actor } = scope;
    const entry = await entryOfIncident(tx, actor, row, entryId);
    if (isReferring(entry.kind)) throw new DomainError("conflict", "Pin the entry that it speaks of.");
    const pins = await saidOf(tx, actor, row.id, entry.id, "pin");
    const value = { id: entry.id, pinned };
    if ((pins.at(-1)?.data.pinned === true) === pinned) return { value, record: "unchanged" };
    const text = pinned ? "Pinned" : "Unpinned";
    await appendEntry(scope, row.id, { kind: "pin", text, refersToId: entry.id, data: { pinned } });
    return { value, record: incidentRecord(row, { entry: entry.id, pinned, text: entry.text }) };
  },
});
