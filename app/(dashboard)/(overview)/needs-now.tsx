import type { ReactNode } from "react";
import { incidentNeeds, otherPostmortemNeeds, ownPostmortemNeeds } from "@/components/overview/incident-needs";
import { otherItemNeeds, ownItemNeeds, reviewNeeds } from "@/components/overview/item-needs";
import { type NeedGroup, NeedGroups } from "@/components/overview/need-group";
import { rehearsalNeeds as rehearsalGroup } from "@/components/overview/rehearsal-needs";
import { breakGlassNeeds, signatureNeeds } from "@/components/overview/signature-needs";
import { requestNeeds, waiverNeeds } from "@/components/overview/waiver-needs";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import type { PersonActor } from "@/lib/core/access";
import { dueActionItems } from "@/lib/registry/action-item/queries";
import { waitingBreakGlasses } from "@/lib/registry/break-glass/waiting";
import { myIncidents } from "@/lib/registry/overview/my-incidents";
import { expiringWaivers, rehearsalNeeds } from "@/lib/registry/overview/queries";
import { duePostmortems } from "@/lib/registry/postmortem/queries";
import { dueReviews } from "@/lib/registry/review/due";
import { requestsToDecide } from "@/lib/registry/waiver/waiting";
import { type Loaded, load } from "@/lib/web/load";
import { dueSignatures, firstSteps } from "./shared-reads";

/** What waits for the reader, then what waits for anybody. */
export async function NeedsNow({ actor }: { actor: PersonActor }) {
  const [breakGlasses, incidents, postmortems, signatures, requests, items, reviews, rehearsals, waivers] =
    await Promise.all([
      load(waitingBreakGlasses(actor)),
      load(myIncidents(actor)),
      load(duePostmortems(actor)),
      dueSignatures(actor),
      load(requestsToDecide(actor)),
      load(dueActionItems(actor)),
      load(dueReviews(actor)),
      load(rehearsalNeeds(actor)),
      load(expiringWaivers(actor)),
    ]);
  const steps = await firstSteps(actor);
  const isNew = steps.ok && !steps.data.hasRelease;
  const all = [breakGlasses, incidents, postmortems, signatures, requests, items, reviews, rehearsals, waivers];
  const yours = [
    groupOf(breakGlasses, breakGlassNeeds),
    groupOf(incidents, incidentNeeds),
    groupOf(signatures, signatureNeeds),
    groupOf(postmortems, ownPostmortemNeeds),
    groupOf(requests, requestNeeds),
    groupOf(reviews, reviewNeeds),
    groupOf(items, ({ own, now }) => ownItemNeeds(own, now, actor.id)),
  ];
  const anybodys = [
    groupOf(postmortems, otherPostmortemNeeds),
    groupOf(items, ({ others, now }) => otherItemNeeds(others, now)),
    groupOf(rehearsals, rehearsalGroup),
    groupOf(waivers, waiverNeeds),
  ];
  return (
    <>
      <Waiting title="Waits for you" groups={yours} failed={all.find((each) => !each.ok)}>
        {!isNew && <p className="text-muted">Nothing waits for a signature, an answer or a decision of yours.</p>}
      </Waiting>
      <Waiting title="Waits for anybody" groups={anybodys} />
    </>
  );
}

const groupOf = <T,>(found: Loaded<T>, toGroup: (data: T) => NeedGroup): NeedGroup[] =>
  found.ok ? [toGroup(found.data)] : [];

type WaitingProps = {
  title: string;
  groups: NeedGroup[][];
  failed?: Loaded<unknown>;
  /** Said where nothing waits; left out: the whole part is. */
  children?: ReactNode;
};

function Waiting({ title, groups, failed, children }: WaitingProps) {
  const waiting = groups.flat().filter(({ needs }) => needs.length > 0);
  if (waiting.length === 0 && !failed && !children) return null;
  const count = waiting.reduce((sum, { needs }) => sum + needs.length, 0);
  return (
    <Section title={title} count={count || undefined}>
      {failed && !failed.ok && <LoadFailure failure={failed.failure} retryHref="/" />}
      {waiting.length > 0 ? <NeedGroups groups={waiting} /> : !failed && children}
    </Section>
  );
}
