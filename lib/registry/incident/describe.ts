import { z } from "zod";
import { incident } from "@/db/schema/incident";
import { instantText } from "@/lib/core/instant";
import { command } from "../command";
import { appendEntry } from "./append-entry";
import { impactText, pastInstant, titleText } from "./fields";
import { type IncidentRow, incidentKey } from "./find";
import { holdIncident, incidentRecord } from "./hold";

type Described = Pick<IncidentRow, "title" | "impact" | "startedAt">;

/** Says anew what an incident is called, what it does to users and since when. What is left out stays. */
export const describeIncident = command({
  name: "incident.describe",
  permission: "incident:command",
  input: z.strictObject({
    incidentId: z.uuid(),
    title: titleText.optional(),
    impact: impactText.optional(),
    /** Null: not known. */
    startedAt: instantText.nullable().optional(),
  }),
  async run(command, { incidentId, title, impact, startedAt }) {
    const { row, scope } = await holdIncident(command, incidentId, "unended");
    const given = typeof startedAt === "string" ? pastInstant(startedAt, scope.now, "startedAt") : startedAt;
    const after: Described = {
      title: title ?? row.title,
      impact: impact ?? row.impact,
      startedAt: given === undefined ? row.startedAt : given,
    };
    const texts = changesOf(row, after);
    if (texts.length === 0) return { value: { id: row.id }, record: "unchanged" };
    await scope.tx.update(incident).set(after).where(incidentKey(scope.actor, row.id));
    const data = { before: plain(row), after: plain(after) };
    await appendEntry(scope, row.id, { kind: "impact", text: texts.join(" "), data });
    return { value: { id: row.id }, record: incidentRecord(row, data) };
  },
});

const plain = ({ title, impact, startedAt }: Described) => ({
  title,
  impact,
  startedAt: startedAt?.toISOString() ?? null,
});

function changesOf(before: Described, after: Described): string[] {
  const started = after.startedAt?.toISOString() ?? null;
  return [
    before.impact === after.impact ? "" : `Impact: ${after.impact || "none known"}.`.replace(/([.!?])\.$/, "$1"),
    before.title === after.title ? "" : `Now called “${after.title}”.`,
    (before.startedAt?.toISOString() ?? null) === started ? "" : `Began ${started ?? "at a time that is not known"}.`,
  ].filter(Boolean);
}
