import { RehearsalNeeds, SignatureNeeds, WaiverNeeds } from "@/components/overview/needs";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import type { PersonActor } from "@/lib/core/access";
import { expiringWaivers, rehearsalNeeds } from "@/lib/registry/overview/queries";
import { signaturesDue } from "@/lib/registry/overview/signatures-due";
import { load } from "@/lib/web/load";

/** What waits for the reader, then what waits for anybody. */
export async function NeedsNow({ actor }: { actor: PersonActor }) {
  const [signatures, rehearsals, waivers] = await Promise.all([
    load(signaturesDue(actor)),
    load(rehearsalNeeds(actor)),
    load(expiringWaivers(actor)),
  ]);
  const failed = [signatures, rehearsals, waivers].find((each) => !each.ok);
  const counts = [
    signatures.ok && signatures.data.due.length,
    rehearsals.ok && rehearsals.data.needs.length,
    waivers.ok && waivers.data.waivers.length,
  ];
  return (
    <Section title="Needs you now">
      {failed && !failed.ok && <LoadFailure failure={failed.failure} retryHref="/" />}
      {counts.every((count) => count === 0) && (
        <p className="text-muted">Nothing waits for a signature of yours, and no rehearsal or waiver is due.</p>
      )}
      <div className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-2">
        {signatures.ok && <SignatureNeeds {...signatures.data} />}
        {rehearsals.ok && <RehearsalNeeds {...rehearsals.data} />}
        {waivers.ok && <WaiverNeeds {...waivers.data} />}
      </div>
    </Section>
  );
}
