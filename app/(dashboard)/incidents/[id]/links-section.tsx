import { LinkDialog } from "@/components/incident/link-dialog";
import { LinkList } from "@/components/incident/link-list";
import { Section } from "@/components/ui/section";
import { type Actor, can } from "@/lib/core/access";
import { linkChoices } from "@/lib/registry/incident/link-choices";
import type { IncidentDetail } from "@/lib/registry/incident/view";
import { load } from "@/lib/web/load";
import { linkIncidentAction, unlinkIncidentAction } from "../actions";

type LinksSectionProps = { incident: IncidentDetail; actor: Actor };

export async function LinksSection({ incident, actor }: LinksSectionProps) {
  const { id, links, services, now } = incident;
  const isLinking = can(actor, "incident:note") && incident.state !== "merged";
  const found = isLinking ? await load(linkChoices(actor, services)) : null;
  return (
    <Section
      title="Linked"
      actions={
        isLinking && <LinkDialog incidentId={id} choices={found?.ok ? found.data : []} action={linkIncidentAction} />
      }
    >
      {links.length > 0 ? (
        <LinkList links={links} now={now} unlink={isLinking ? unlinkIncidentAction : null} />
      ) : (
        <p className="text-muted">No scorecard, manifest, decision or page yet.</p>
      )}
    </Section>
  );
}
