import { LoadFailure } from "@/components/page/load-failure";
import { FreshnessIndicator } from "@/components/rehearsal/freshness-indicator";
import { timeText } from "@/components/rehearsal/time-text";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { PersonActor } from "@/lib/core/access";
import { rehearsalOfRelease } from "@/lib/registry/rehearsal/of-release";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";

/** Whether the way back from this release has been rehearsed lately, and when it will be next. */
export async function RehearsalSection({ release, actor }: { release: ReleaseDetail; actor: PersonActor }) {
  const found = await load(rehearsalOfRelease(actor, release.id));
  return (
    <Section title="Rollback rehearsal">
      {!found.ok && <LoadFailure failure={found.failure} retryHref={`/releases/${release.id}`} />}
      {found.ok && found.data && (
        <>
          <FreshnessIndicator indicator={found.data.cell.indicator} now={found.data.now} />
          <p className="text-muted text-sm">
            {found.data.cell.reason}
            {found.data.cell.latestId && (
              <>
                {" · "}
                <TextLink href={`/rehearsals/${found.data.cell.latestId}`}>latest rehearsal</TextLink>
              </>
            )}
            {found.data.session && ` · next one planned for ${timeText(found.data.session)}`}
          </p>
        </>
      )}
    </Section>
  );
}
