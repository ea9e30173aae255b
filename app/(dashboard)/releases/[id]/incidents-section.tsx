import { cache } from "react";
import { BlockingIncidents } from "@/components/incident/blocking-incidents";
import { RelatedIncidents } from "@/components/incident/related-incidents";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import { incidentsOfRelease } from "@/lib/registry/incident/related";
import type { ReleaseIncident } from "@/lib/registry/incident/view";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";

type IncidentsProps = { release: ReleaseDetail; actor: Actor };

const incidentsOf = cache((actor: Actor, releaseId: string) => load(incidentsOfRelease(actor, releaseId)));

/** Which open incident keeps this release from shipping. Most releases have none. */
export async function BlockingSection({ release, actor }: IncidentsProps) {
  const found = await incidentsOf(actor, release.id);
  return found.ok ? <BlockingIncidents {...found.data} /> : null;
}

/** What went wrong with it and around it. Most releases have nothing, and then nothing is said. */
export async function IncidentsSection({ release, actor }: IncidentsProps) {
  const found = await incidentsOf(actor, release.id);
  if (found.ok && found.data.items.length === 0) return null;
  return (
    <Section title="Incidents" id="incidents">
      {found.ok ? (
        <RelatedIncidents {...found.data} why={whyOf} />
      ) : (
        <LoadFailure failure={found.failure} retryHref={`/releases/${release.id}#incidents`} />
      )}
    </Section>
  );
}

function whyOf({ blocks, isCause, isLinked }: ReleaseIncident): string {
  if (isCause) return "caused by this release";
  if (blocks) return "blocks this release";
  return isLinked ? "linked" : "open on its service";
}
