import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { RESPONSE_ROLES } from "@/lib/core/incident/model";
import { command } from "../command";
import { appendEntry } from "./append-entry";
import { holdIncident, incidentRecord } from "./hold";
import { endHolding, holderOf, ROLE_WORDS, requireCommand, roleData } from "./role";
import { tellChanged } from "./tell";

/** Lays down a role of one's own without giving it to anybody. */
export const leaveRole = command({
  name: "incident.leave-role",
  permission: "incident:command",
  input: z.strictObject({ incidentId: z.uuid(), role: z.enum(RESPONSE_ROLES) }),
  async run(command, { incidentId, role }) {
    const person = requireCommand(command.actor);
    const { row, scope } = await holdIncident(command, incidentId, "unended");
    const holder = await holderOf(scope.tx, row, role);
    if (!holder) throw new DomainError("conflict", `Nobody has ${ROLE_WORDS[role]}.`);
    if (holder.personId !== person.id) {
      throw new DomainError("conflict", `${holder.personName} has ${ROLE_WORDS[role]}; hand it over instead.`);
    }
    await endHolding(scope.tx, holder, scope.now);
    const text = `${person.name} left ${ROLE_WORDS[role]}; nobody has it now.`;
    const data = roleData(role, person, null);
    const { sequence } = await appendEntry(scope, row.id, { kind: "role", text, data });
    if (role === "commander") await tellChanged(scope, row, { sequence, text });
    return { value: { incidentId, role }, record: incidentRecord(row, data, [person.id]) };
  },
});
