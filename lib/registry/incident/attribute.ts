import { z } from "zod";
import { incident } from "@/db/schema/incident";
import { command } from "../command";
import { findRelease } from "../release/find";
import { appendEntry } from "./append-entry";
import { reasonText } from "./fields";
import { incidentKey } from "./find";
import { holdIncident, incidentRecord } from "./hold";

/** Says which release caused an incident, or that none did. */
export const attributeIncident = command({
  name: "incident.attribute",
  permission: "incident:command",
  input: z.strictObject({ incidentId: z.uuid(), releaseId: z.uuid().nullable(), reason: reasonText }),
  async run(command, { incidentId, releaseId, reason }) {
    // The release first: whoever moves a release locks it before its incidents.
    const found = releaseId ? await findRelease(command.tx, command.actor, releaseId, "lock") : null;
    const { row, scope } = await holdIncident(command, incidentId, "unended");
    const value = { id: row.id, releaseId };
    if (row.causeReleaseId === releaseId) return { value, record: "unchanged" };
    await scope.tx.update(incident).set({ causeReleaseId: releaseId }).where(incidentKey(scope.actor, row.id));
    const name = found && `${found.service.slug} ${found.release.version} (${found.environment.slug})`;
    const text = name ? `Caused by ${name}: ${reason}` : `No release is held to have caused it: ${reason}`;
    await appendEntry(scope, row.id, { kind: "release", text, data: { releaseId, isCause: releaseId !== null } });
    const releases = [releaseId, row.causeReleaseId].filter((id) => id !== null);
    const data = { cause: releaseId, before: row.causeReleaseId, name, reason };
    return { value, record: incidentRecord(row, data, releases) };
  },
});
