import { ActionItemNeeds, BreakGlassNeeds } from "@/components/overview/follow-up-needs";
import { RehearsalNeeds, SignatureNeeds, WaiverNeeds } from "@/components/overview/needs";
import { ReviewNeeds } from "@/components/overview/review-needs";
import { WaiverRequestNeeds } from "@/components/overview/waiver-request-needs";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import type { PersonActor } from "@/lib/core/access";
import { dueActionItems } from "@/lib/registry/action-item/queries";
import { waitingBreakGlasses } from "@/lib/registry/break-glass/waiting";
import { expiringWaivers, rehearsalNeeds } from "@/lib/registry/overview/queries";
import { signaturesDue } from "@/lib/registry/overview/signatures-due";
import { dueReviews } from "@/lib/registry/review/due";
import { requestsToDecide } from "@/lib/registry/waiver/waiting";
import { load } from "@/lib/web/load";

/** What waits for the reader, then what waits for anybody. */
export async function NeedsNow({ actor }: { actor: PersonActor }) {
  const [breakGlasses, actionItems, signatures, requests, reviews, rehearsals, waivers] = await Promise.all([
    load(waitingBreakGlasses(actor)),
    load(dueActionItems(actor)),
    load(signaturesDue(actor)),
    load(requestsToDecide(actor)),
    load(dueReviews(actor)),
    load(rehearsalNeeds(actor)),
    load(expiringWaivers(actor)),
  ]);
  const failed = [breakGlasses, actionItems, signatures, requests, reviews, rehearsals, waivers].find(
    (each) => !each.ok,
  );
  const counts = [
    breakGlasses.ok && breakGlasses.data.items.length,
    actionItems.ok && actionItems.data.items.length,
    signatures.ok && signatures.data.due.length,
    requests.ok && requests.data.requests.length,
    reviews.ok && reviews.data.reviews.length,
    rehearsals.ok && rehearsals.data.needs.length,
    waivers.ok && waivers.data.waivers.length,
  ];
  return (
    <Section title="Needs you now">
      {failed && !failed.ok && <LoadFailure failure={failed.failure} retryHref="/" />}
      {counts.every((count) => count === 0) && (
        <p className="text-muted">
          Nothing waits for a signature of yours, and no review, rehearsal, waiver or action item is due.
        </p>
      )}
      <div className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-2">
        {breakGlasses.ok && <BreakGlassNeeds {...breakGlasses.data} />}
        {signatures.ok && <SignatureNeeds {...signatures.data} />}
        {requests.ok && <WaiverRequestNeeds {...requests.data} />}
        {reviews.ok && <ReviewNeeds {...reviews.data} />}
        {actionItems.ok && <ActionItemNeeds {...actionItems.data} />}
        {rehearsals.ok && <RehearsalNeeds {...rehearsals.data} />}
        {waivers.ok && <WaiverNeeds {...waivers.data} />}
      </div>
    </Section>
  );
}
