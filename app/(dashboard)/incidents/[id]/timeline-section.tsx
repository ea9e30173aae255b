import { LiveTimeline } from "@/components/live/live-timeline";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import { can, type PersonActor } from "@/lib/core/access";
import { isOpen } from "@/lib/core/incident/model";
import { timelineOf } from "@/lib/registry/incident/timeline/queries";
import type { IncidentDetail } from "@/lib/registry/incident/view";
import { load } from "@/lib/web/load";
import { correctEntryAction, noteIncidentAction, pinEntryAction } from "./timeline-actions";

type TimelineSectionProps = { incident: IncidentDetail; actor: PersonActor };

const actions = { note: noteIncidentAction, correct: correctEntryAction, pin: pinEntryAction };

/** What happened, as it is written: the browser goes on from what the server read. */
export async function TimelineSection({ incident, actor }: TimelineSectionProps) {
  const { id, detectedAt, state, duplicates, lastSequence } = incident;
  const found = await load(timelineOf(actor, id));
  if (!found.ok) {
    return (
      <Section title="Timeline">
        <LoadFailure failure={found.failure} retryHref={`/incidents/${id}`} />
      </Section>
    );
  }
  const mayWrite = can(actor, "incident:note") && state !== "closed" && state !== "merged";
  return (
    <LiveTimeline
      incident={{ id, detectedAt, isOpen: isOpen(state), duplicates, renderedSequence: lastSequence }}
      reader={{ id: actor.id, mayWrite }}
      initial={found.data}
      actions={actions}
    />
  );
}
