import { BlockedList } from "@/components/incident/blocked-list";
import { RoleHistory, RoleList } from "@/components/incident/role-list";
import { SuspectList } from "@/components/incident/suspect-list";
import { ToldList } from "@/components/incident/told-list";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import { can, type PersonActor } from "@/lib/core/access";
import { isOpen } from "@/lib/core/incident/model";
import { responderChoices } from "@/lib/registry/incident/responder-choices";
import type { IncidentDetail } from "@/lib/registry/incident/view";
import { load } from "@/lib/web/load";
import { attributeIncidentAction, handOverRoleAction, leaveRoleAction, takeRoleAction } from "../actions";

type SectionProps = { incident: IncidentDetail; actor: PersonActor };

const isUnended = ({ state }: IncidentDetail): boolean => state !== "closed" && state !== "merged";

export function ToldSection({ incident }: { incident: IncidentDetail }) {
  const { told, acknowledgements } = incident;
  const count = `${told.length} told, ${acknowledgements.length} on it.`;
  const isEmpty = told.length === 0 && acknowledgements.length === 0;
  return (
    <Section title="Told" description={isEmpty ? undefined : count}>
      {isEmpty ? (
        <p className="text-muted">Nobody was told: no other person has a role that answers this severity.</p>
      ) : (
        <ToldList incident={incident} />
      )}
    </Section>
  );
}

export async function RolesSection({ incident, actor }: SectionProps) {
  const leads = can(actor, "incident:command") && isUnended(incident);
  const people = leads ? await load(responderChoices(actor)) : null;
  const actions = leads ? { take: takeRoleAction, handOver: handOverRoleAction, leave: leaveRoleAction } : null;
  return (
    <Section title="Roles">
      <RoleList incident={incident} readerId={actor.id} people={people?.ok ? people.data : []} actions={actions} />
      {incident.roleHistory.some(({ until }) => until !== null) && (
        <Details summary="Earlier" count={incident.roleHistory.length}>
          <RoleHistory incident={incident} />
        </Details>
      )}
    </Section>
  );
}

export function SuspectsSection({ incident, actor }: SectionProps) {
  const attributes = can(actor, "incident:command") && isUnended(incident);
  return (
    <Section title="Recent releases" description="Rolled out before it began, the likeliest cause first.">
      {incident.suspects.length > 0 ? (
        <SuspectList incident={incident} attribute={attributes ? attributeIncidentAction : null} />
      ) : (
        <p className="text-muted">No release of an affected service was rolled out in the 14 days before.</p>
      )}
    </Section>
  );
}

export function BlockedSection({ incident }: { incident: IncidentDetail }) {
  const { blocks, severity, state } = incident;
  if (blocks.length === 0 && !(severity === "sev1" && isOpen(state))) return null;
  return (
    <Section title="Blocked releases" count={blocks.length} description="They cannot ship until it is resolved.">
      {blocks.length > 0 ? (
        <BlockedList blocks={blocks} />
      ) : (
        <p className="text-muted">No release of an affected service is on its way.</p>
      )}
    </Section>
  );
}
