import { DescribeDialog, ServicesDialog, SeverityDialog } from "@/components/incident/change-dialogs";
import { IncidentFacts } from "@/components/incident/incident-facts";
import { MergeDialog } from "@/components/incident/merge-dialog";
import { Streamed } from "@/components/page/streamed";
import { Section } from "@/components/ui/section";
import { ButtonSkeleton } from "@/components/ui/skeleton";
import { type Actor, can } from "@/lib/core/access";
import { isOpen } from "@/lib/core/incident/model";
import { openIncidents } from "@/lib/registry/incident/queries";
import type { IncidentDetail } from "@/lib/registry/incident/view";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
import {
  changeSeverityAction,
  describeIncidentAction,
  mergeIncidentAction,
  setAffectedServicesAction,
} from "../actions";

type FactsSectionProps = { incident: IncidentDetail; actor: Actor };

export function FactsSection({ incident, actor }: FactsSectionProps) {
  const isChangeable = can(actor, "incident:command") && incident.state !== "closed" && incident.state !== "merged";
  const title = isOpen(incident.state) ? "Now" : "What happened";
  return (
    <Section
      title={title}
      actions={isChangeable && <Streamed section={Changes({ incident, actor })} fallback={<ButtonSkeleton />} />}
    >
      <IncidentFacts incident={incident} />
    </Section>
  );
}

async function Changes({ incident, actor }: FactsSectionProps) {
  const { id } = incident;
  const [services, open] = await Promise.all([load(serviceChoices(actor)), load(openIncidents(actor))]);
  const others = open.ok ? open.data.items.filter((each) => each.id !== id) : [];
  return (
    <>
      <SeverityDialog incidentId={id} severity={incident.severity} action={changeSeverityAction} />
      <DescribeDialog incidentId={id} incident={incident} action={describeIncidentAction} />
      {services.ok && (
        <ServicesDialog
          incidentId={id}
          services={choices(services)}
          chosen={incident.services}
          action={setAffectedServicesAction}
        />
      )}
      {isOpen(incident.state) && others.length > 0 && (
        <MergeDialog incidentId={id} reference={incident.reference} others={others} action={mergeIncidentAction} />
      )}
    </>
  );
}
