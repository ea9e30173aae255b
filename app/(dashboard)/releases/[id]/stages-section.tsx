import { LoadFailure } from "@/components/page/load-failure";
import { StageLine } from "@/components/release/stage-line";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import { stageEvents } from "@/lib/registry/release/history-queries";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";

export async function StagesSection({ release, actor }: { release: ReleaseDetail; actor: Actor }) {
  const events = await load(stageEvents(actor, release.id));
  return (
    <Section title="Stages" id="stages">
      {events.ok ? (
        <StageLine stage={release.stage} status={release.stageStatus} events={events.data} now={release.now} />
      ) : (
        <LoadFailure failure={events.failure} retryHref={`/releases/${release.id}#stages`} />
      )}
    </Section>
  );
}
