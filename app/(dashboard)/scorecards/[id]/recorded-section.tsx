import { LoadFailure } from "@/components/page/load-failure";
import { RecordedFailures } from "@/components/scorecard/recorded-failures";
import { Section } from "@/components/ui/section";
import type { suiteFailures } from "@/lib/registry/event/queries";
import type { Loading } from "@/lib/web/load";

type RecordedSectionProps = { events: Loading<typeof suiteFailures>; now: string; retryHref: string };

export async function RecordedSection({ events: pending, now, retryHref }: RecordedSectionProps) {
  const events = await pending;
  return (
    <Section
      title="Recorded failures"
      description={
        <>
          One <code>readiness.suite_failed</code> for each suite that failed, with who has to act on it.
        </>
      }
    >
      {events.ok ? (
        <RecordedFailures events={events.data} now={now} />
      ) : (
        <LoadFailure failure={events.failure} retryHref={retryHref} />
      )}
    </Section>
  );
}
