import { IncidentItems } from "@/components/action-item/incident-items";
import { OpenItemDialog } from "@/components/action-item/open-dialog";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import { can, type PersonActor } from "@/lib/core/access";
import { itemsOfIncident, ownerChoices } from "@/lib/registry/action-item/queries";
import type { IncidentDetail } from "@/lib/registry/incident/view";
import { load } from "@/lib/web/load";
import { openActionItemAction } from "../../action-items/actions";

type ActionItemsSectionProps = { actor: PersonActor; incident: IncidentDetail };

/** What is to be done after the incident, and those of its duplicates too. */
export async function ActionItemsSection({ actor, incident }: ActionItemsSectionProps) {
  const mayOpen = can(actor, "action-item:manage") && incident.mergedInto === null;
  const [found, people] = await Promise.all([
    load(itemsOfIncident(actor, incident.id)),
    mayOpen ? load(ownerChoices(actor)) : null,
  ]);
  const shown = found.ok ? found.data.items : [];
  return (
    <Section
      id="action-items"
      title="Action items"
      count={shown.length > 0 ? shown.length : undefined}
      actions={
        people?.ok && (
          <OpenItemDialog
            people={people.data}
            services={incident.services.map((slug) => ({ value: slug, label: slug }))}
            service={incident.service}
            incidentId={incident.id}
            action={openActionItemAction}
          />
        )
      }
    >
      {!found.ok && <LoadFailure failure={found.failure} retryHref={`/incidents/${incident.id}#action-items`} />}
      {found.ok && shown.length === 0 && (
        <p className="text-muted">Nothing is to be done yet. Follow-ups of the postmortem are listed here too.</p>
      )}
      {found.ok && shown.length > 0 && <IncidentItems items={shown} now={found.data.now} />}
    </Section>
  );
}
