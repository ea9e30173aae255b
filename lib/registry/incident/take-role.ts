import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { RESPONSE_ROLES } from "@/lib/core/incident/model";
import { command } from "../command";
import { holdIncident, incidentRecord } from "./hold";
import { beginRole, holderOf, ROLE_WORDS, requireCommand, roleData } from "./role";
import { tellChanged } from "./tell";

/** Takes a role that nobody holds. Of two who take it at once, the second is told who has it. */
export const takeRole = command({
  name: "incident.take-role",
  permission: "incident:command",
  input: z.strictObject({ incidentId: z.uuid(), role: z.enum(RESPONSE_ROLES) }),
  async run(command, { incidentId, role }) {
    const person = requireCommand(command.actor);
    const { row, scope } = await holdIncident(command, incidentId, "unended");
    const holder = await holderOf(scope.tx, row, role);
    if (holder && holder.personId !== person.id) {
      throw new DomainError("conflict", `${holder.personName} has ${ROLE_WORDS[role]} already.`);
    }
    const value = { incidentId, role, personId: person.id };
    if (holder) return { value: { ...value, since: holder.since.toISOString() }, record: "unchanged" };
    const { sequence, text } = await beginRole(scope, row.id, role, person);
    if (role === "commander") await tellChanged(scope, row, { sequence, text });
    return {
      value: { ...value, since: scope.now.toISOString() },
      record: incidentRecord(row, roleData(role, null, person), [person.id]),
    };
  },
});
