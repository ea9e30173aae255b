import { z } from "zod";
import { rolesWith } from "@/lib/core/access";
import { invalid } from "@/lib/core/errors";
import { RESPONSE_ROLES, type ResponseRole } from "@/lib/core/incident/model";
import { command } from "../command";
import { namedMember, rolesHeldAt } from "../member";
import { noteText } from "./fields";
import { holdIncident, type IncidentScope, incidentRecord } from "./hold";
import { beginRole, endHolding, holderOf, ROLE_WORDS, requireCommand, roleData } from "./role";
import { tellChanged } from "./tell";

/**
 * Gives a role to somebody: from whoever holds it, since holders can be out of reach, or one that nobody holds, so that a
 * commander can say who does what.
 */
export const handOverRole = command({
  name: "incident.hand-over-role",
  permission: "incident:command",
  input: z.strictObject({
    incidentId: z.uuid(),
    role: z.enum(RESPONSE_ROLES),
    personId: z.uuid(),
    note: noteText.optional(),
  }),
  async run(command, { incidentId, role, personId, note }) {
    requireCommand(command.actor);
    const { row, scope } = await holdIncident(command, incidentId, "unended");
    const holder = await holderOf(scope.tx, row, role);
    const person = await takerOf(scope, role, personId);
    const value = { incidentId, role, personId: person.id };
    if (holder?.personId === person.id) {
      return { value: { ...value, since: holder.since.toISOString() }, record: "unchanged" };
    }
    if (holder) await endHolding(scope.tx, holder, scope.now);
    const from = holder && { id: holder.personId, name: holder.personName };
    const told = from
      ? `${from.name} handed ${ROLE_WORDS[role]} over to ${person.name}.`
      : `${scope.actor.name} gave ${ROLE_WORDS[role]} to ${person.name}.`;
    const text = note ? `${told} ${note}` : told;
    const { sequence } = await beginRole(scope, row.id, role, person, { text, from });
    if (role === "commander") await tellChanged(scope, row, { sequence, text });
    const data = { ...roleData(role, from, person), note: note ?? null };
    return {
      value: { ...value, since: scope.now.toISOString() },
      record: incidentRecord(row, data, [person.id, ...(from ? [from.id] : [])]),
    };
  },
});

/** Anybody of the tenant can help; command is for whoever may command. */
async function takerOf({ tx, actor, now }: IncidentScope, role: ResponseRole, personId: string) {
  const person = await namedMember(tx, actor.tenantId, { personId, field: "personId" }, now);
  if (!person) throw invalid("personId", "name who takes it");
  if (role !== "commander") return person;
  const able = rolesWith("incident:command");
  const held = await rolesHeldAt(tx, actor.tenantId, person.id, now);
  if (held.some((each) => able.includes(each))) return person;
  throw invalid("personId", `${person.name} may not command an incident; it takes ${able.join(" or ")}`);
}
