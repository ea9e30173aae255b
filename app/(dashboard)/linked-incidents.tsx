import { RelatedIncidents } from "@/components/incident/related-incidents";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import type { LinkKind } from "@/lib/core/incident/model";
import { incidentsLinkedTo } from "@/lib/registry/incident/related";
import { load } from "@/lib/web/load";

type LinkedIncidentsProps = {
  actor: Actor;
  kind: Exclude<LinkKind, "url">;
  targetId: string;
  now: string;
  /** Where to try again. */
  href: string;
};

/** Incidents that are linked with a record. Most records have none, and then nothing is said. */
export function LinkedIncidents(props: LinkedIncidentsProps) {
  return <Streamed section={Incidents(props)} fallback={null} />;
}

async function Incidents({ actor, kind, targetId, now, href }: LinkedIncidentsProps) {
  const found = await load(incidentsLinkedTo(actor, kind, targetId));
  if (found.ok && found.data.length === 0) return null;
  return (
    <Section title="Incidents" id="incidents" description="Linked by those who responded to them.">
      {found.ok ? (
        <RelatedIncidents items={found.data} now={now} />
      ) : (
        <LoadFailure failure={found.failure} retryHref={`${href}#incidents`} />
      )}
    </Section>
  );
}
