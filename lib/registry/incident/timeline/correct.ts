import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { isTyped } from "@/lib/core/incident/timeline";
import { command } from "../../command";
import { appendEntry } from "../append-entry";
import { holdIncident, incidentRecord } from "../hold";
import { entryOfIncident, saidOf } from "./find";
import { entryText } from "./note";

/** Puts right what somebody has typed, by an entry that says what holds instead. What was there stays to be read. */
export const correctEntry = command({
  name: "incident.correct-entry",
  permission: "incident:note",
  input: z.strictObject({ incidentId: z.uuid(), entryId: z.uuid(), text: entryText }),
  async run(command, { incidentId, entryId, text }) {
    const { row, scope } = await holdIncident(command, incidentId, "unended");
    const { tx, actor } = scope;
    const entry = await entryOfIncident(tx, actor, row, entryId);
    if (!isTyped(entry.kind))
      throw new DomainError("conflict", "Only notes and updates can be corrected; all else is written by Readiness.");
    const corrections = await saidOf(tx, actor, row.id, entry.id, "correction");
    const before = corrections.at(-1)?.text ?? entry.text;
    if (before === text) return { value: { id: entry.id }, record: "unchanged" };
    await appendEntry(scope, row.id, { kind: "correction", text, refersToId: entry.id });
    return { value: { id: entry.id }, record: incidentRecord(row, { entry: entry.id, before, text }) };
  },
});
