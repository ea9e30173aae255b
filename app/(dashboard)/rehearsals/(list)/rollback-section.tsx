import { LoadFailure } from "@/components/page/load-failure";
import { RollbackTable } from "@/components/post-release/rollback-table";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import { rollbackIndicators } from "@/lib/registry/post-release/rollback-readiness";
import { load } from "@/lib/web/load";

/** Whether what runs could be rolled back today. A tenant that has released nothing yet has nothing to say here. */
export async function RollbackSection({ actor }: { actor: Actor }) {
  const found = await load(rollbackIndicators(actor));
  if (found.ok && found.data.places.length === 0) return null;
  return (
    <Section
      title="Rollback readiness"
      id="rollback"
      description="Of what runs now: a plan in its manifest, a version to go back to, and a rehearsal that is fresh today."
    >
      {found.ok ? (
        <RollbackTable {...found.data} />
      ) : (
        <LoadFailure failure={found.failure} retryHref="/rehearsals#rollback" />
      )}
    </Section>
  );
}
