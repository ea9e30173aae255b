import { VerdictMatrix } from "@/components/overview/verdict-matrix";
import { LoadFailure } from "@/components/page/load-failure";
import { NothingYet } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import { latestVerdicts } from "@/lib/registry/overview/queries";
import { load } from "@/lib/web/load";
import { firstRelease } from "../first-release";

export async function LatestVerdicts({ actor }: { actor: Actor }) {
  const found = await load(latestVerdicts(actor));
  return (
    <Section title="Latest verdicts" description="Of the newest release of each service in each environment.">
      {found.ok ? <Found matrix={found.data} /> : <LoadFailure failure={found.failure} retryHref="/" />}
    </Section>
  );
}

function Found({ matrix }: { matrix: Awaited<ReturnType<typeof latestVerdicts>> }) {
  const hasRelease = matrix.services.some(({ cells }) => cells.some((cell) => cell !== null));
  if (hasRelease) return <VerdictMatrix matrix={matrix} />;
  return (
    <NothingYet title="No release yet" snippet={firstRelease()} snippetLabel="command">
      An admin adds a service and a token under Settings; then a pipeline, or you, creates the first release.
    </NothingYet>
  );
}
