import { z } from "zod";
import { databaseError, type Tx } from "@/db/client";
import { incident, incidentEntry } from "@/db/schema/incident";
import type { Actor } from "@/lib/core/access";
import { DomainError, invalid } from "@/lib/core/errors";
import { isOpen } from "@/lib/core/incident/model";
import { nextUpdateAt } from "@/lib/core/incident/update-timer";
import { instantText } from "@/lib/core/instant";
import { command } from "../../command";
import { newId } from "../../id";
import { currentIncidentPolicy } from "../../incident-policy/current";
import { appendEntry } from "../append-entry";
import { pageUrl } from "../fields";
import { type IncidentRow, incidentKey } from "../find";
import { holdIncident, type IncidentScope, incidentRecord } from "../hold";
import { entryKey } from "./find";

export const entryText = z.string().trim().min(1, "write what happened").max(5000);

/** Clocks of browsers run ahead; what they call the future by no more than this is now. */
const CLOCK_SKEW_MS = 60_000;

/**
 * Writes on an incident's timeline. Sent again with the same `entryId` it is the same entry, so that whoever got no
 * answer may simply send it again; other content under that id is a conflict. An `update` also starts the time until
 * the next one is owed.
 */
export const noteIncident = command({
  name: "incident.note",
  permission: "incident:note",
  input: z.strictObject({
    incidentId: z.uuid(),
    /** The sender's own, made once for what was typed. */
    entryId: z.uuid().toLowerCase().optional(),
    kind: z.enum(["note", "update"]).default("note"),
    text: entryText,
    /** When it happened, where that is not now. */
    at: instantText.optional(),
    evidenceUrl: pageUrl.optional(),
  }),
  async run(command, input) {
    const { row, scope } = await holdIncident(command, input.incidentId, "unended");
    const { tx, actor, now } = scope;
    const known = input.entryId ? await sentBefore(tx, actor, row, { ...input, entryId: input.entryId }) : null;
    if (known) return { value: known, record: "unchanged" };
    const at = happenedAt(input.at, now);
    if (at === null) throw invalid("at", "must not lie in the future");
    const entry = { ...input, id: input.entryId ?? newId(now), at };
    const value = await appendEntry(scope, row.id, entry).catch(refuseTakenId);
    if (input.kind === "update") await startUpdateTimer(scope, row);
    const { id, sequence } = value;
    const evidence = input.evidenceUrl ? { evidenceUrl: input.evidenceUrl } : {};
    const data = { entry: id, sequence, kind: input.kind, text: input.text, at: at.toISOString(), ...evidence };
    return { value, record: incidentRecord(row, data) };
  },
});

type Sent = { entryId: string; kind: "note" | "update"; text: string; at?: string; evidenceUrl?: string };

/** The entry of this id where the very same was written before; null where it is new. */
async function sentBefore(tx: Tx, actor: Actor, row: IncidentRow, sent: Sent) {
  const [entry] = await tx.select().from(incidentEntry).where(entryKey(actor, sent.entryId));
  if (!entry) return null;
  const isSame =
    entry.incidentId === row.id &&
    entry.byId === actor.id &&
    entry.kind === sent.kind &&
    entry.text === sent.text &&
    entry.evidenceUrl === (sent.evidenceUrl ?? null) &&
    entry.at.getTime() === happenedAt(sent.at, entry.recordedAt)?.getTime();
  if (!isSame) throw takenId();
  return { id: entry.id, sequence: entry.sequence };
}

const takenId = () => new DomainError("conflict", "There is another entry of this id already. Send it with a new one.");

/** Two incidents may be written to at once with one id; the database lets only one have it. */
function refuseTakenId(error: unknown): never {
  throw databaseError(error).code === "23505" ? takenId() : error;
}

/** What a sender's time means to whoever records at `recordedAt`; null for the future. */
function happenedAt(sent: string | undefined, recordedAt: Date): Date | null {
  if (sent === undefined) return recordedAt;
  const at = new Date(sent);
  if (at.getTime() > recordedAt.getTime() + CLOCK_SKEW_MS) return null;
  return at.getTime() > recordedAt.getTime() ? recordedAt : at;
}

async function startUpdateTimer({ tx, actor, now }: IncidentScope, row: IncidentRow): Promise<void> {
  if (!isOpen(row.state)) return;
  const { policy } = await currentIncidentPolicy(tx, actor.tenantId);
  await tx
    .update(incident)
    .set({ nextUpdateAt: nextUpdateAt(row.severity, policy, now) })
    .where(incidentKey(actor, row.id));
}
