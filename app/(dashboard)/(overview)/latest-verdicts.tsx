import { VerdictMatrix } from "@/components/overview/verdict-matrix";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import { latestVerdicts } from "@/lib/registry/overview/latest-verdicts";
import { load } from "@/lib/web/load";

export async function LatestVerdicts({ actor }: { actor: Actor }) {
  const found = await load(latestVerdicts(actor));
  return (
    <Section title="Latest verdicts" description="Of the newest release of each service in each environment.">
      {found.ok ? <VerdictMatrix matrix={found.data} /> : <LoadFailure failure={found.failure} retryHref="/" />}
    </Section>
  );
}
