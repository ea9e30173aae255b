import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { SectionSkeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import type { PersonActor } from "@/lib/core/access";
import { isOpen } from "@/lib/core/incident/model";
import type { IncidentDetail } from "@/lib/registry/incident/view";
import { HistorySection } from "../../history-section";
import { ActionItemsSection } from "./action-items-section";
import { FactsSection } from "./facts-section";
import { IncidentHeader } from "./incident-header";
import { incidentOf } from "./incident-of";
import { LinksSection } from "./links-section";
import { PostmortemSection } from "./postmortem-section";
import { BlockedSection, RolesSection, SuspectsSection, ToldSection } from "./response-sections";
import { StateBar } from "./state-bar";
import { TimelineSection } from "./timeline-section";

type IncidentPageProps = { params: Promise<{ id: string }> };
type PartProps = { incident: IncidentDetail; actor: PersonActor };

export async function generateMetadata({ params }: IncidentPageProps): Promise<Metadata> {
  const { actor } = await pageViewer();
  const found = await incidentOf(actor, (await params).id);
  return { title: found.ok ? `${found.data.reference} ${found.data.title}` : "Incident" };
}

/** The first five minutes on one screen: what it is, what to do, what may have caused it, who is on it. */
export default async function IncidentPage({ params }: IncidentPageProps) {
  const { actor } = await pageViewer();
  const asked = (await params).id;
  const found = await incidentOf(actor, asked);
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={`/incidents/${asked}`} />;
  const part = { incident: found.data, actor };
  const { id } = found.data;
  return (
    <>
      <IncidentHeader incident={found.data} />
      <StateBar {...part} />
      <nav aria-label="On this page" className="mb-5 flex gap-4 text-sm lg:hidden">
        <TextLink href="#people">People</TextLink>
        <TextLink href="#timeline">Timeline</TextLink>
        <TextLink href="#postmortem">Postmortem</TextLink>
      </nav>
      <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0">
          <FactsSection {...part} />
          {isOpen(found.data.state) && <SuspectsSection {...part} />}
        </div>
        <People {...part} />
        <Story {...part} />
      </div>
      <HistorySection actor={actor} record={id} href={`/incidents/${id}`} />
    </>
  );
}

/** Beside what happened, and before the timeline where there is one column. */
function People({ incident, actor }: PartProps) {
  return (
    <div
      id="people"
      className="min-w-0 scroll-mt-16 max-lg:mt-8 lg:col-start-2 lg:row-span-2 lg:row-start-1 [&>section]:lg:mt-6 [&>section]:lg:first:mt-0"
    >
      <Streamed section={RolesSection({ incident, actor })} fallback={<SectionSkeleton title="Roles" columns={2} />} />
      <ToldSection incident={incident} />
      <BlockedSection incident={incident} />
      <Streamed section={LinksSection({ incident, actor })} fallback={<SectionSkeleton title="Linked" columns={2} />} />
    </div>
  );
}

/** While it is open, what happens comes first; afterwards, what is to be learnt and done. */
function Story(part: PartProps) {
  const timeline = (
    <div key="timeline" id="timeline" className="mt-8 scroll-mt-16 first:mt-0">
      <Streamed section={TimelineSection(part)} fallback={<SectionSkeleton title="Timeline" columns={2} rows={6} />} />
    </div>
  );
  const learning = (
    <div key="learning" className="mt-8 first:mt-0">
      <div id="postmortem" className="mb-8 scroll-mt-16">
        <Streamed section={PostmortemSection(part)} fallback={<SectionSkeleton title="Postmortem" columns={2} />} />
      </div>
      <Streamed section={ActionItemsSection(part)} fallback={<SectionSkeleton title="Action items" />} />
    </div>
  );
  const open = isOpen(part.incident.state);
  return (
    <div className="mt-8 min-w-0">
      {open ? [timeline, learning] : [learning, <SuspectsSection key="suspects" {...part} />, timeline]}
    </div>
  );
}
