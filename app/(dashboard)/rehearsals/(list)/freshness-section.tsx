import { LoadFailure } from "@/components/page/load-failure";
import { FreshnessTable } from "@/components/rehearsal/freshness-table";
import { Alert } from "@/components/ui/alert";
import { NothingYet } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import { type FreshnessView, freshnessByService } from "@/lib/registry/rehearsal/freshness";
import { load } from "@/lib/web/load";

export async function FreshnessSection({ actor }: { actor: Actor }) {
  const freshness = await load(freshnessByService(actor));
  return (
    <Section title="Freshness" description={freshness.ok && ruleText(freshness.data)}>
      {freshness.ok ? (
        <Freshness view={freshness.data} />
      ) : (
        <LoadFailure failure={freshness.failure} retryHref="/rehearsals" />
      )}
    </Section>
  );
}

function ruleText({ maxAgeDays, required }: FreshnessView): string | undefined {
  if (maxAgeDays === null) return undefined;
  const rule = `The policy in force asks for a passed rehearsal at most ${maxAgeDays} days old.`;
  return required ? rule : `${rule} It does not let the gate block for it.`;
}

function Freshness({ view }: { view: FreshnessView }) {
  if (view.services.length === 0) {
    return <NothingYet title="There is no service yet">An admin adds services under Settings.</NothingYet>;
  }
  return (
    <>
      {view.maxAgeDays === null && (
        <Alert tone="unknown" title="Freshness is unknown" className="mb-4">
          No gate policy is in force that says how old a rehearsal may be.
        </Alert>
      )}
      <FreshnessTable view={view} />
    </>
  );
}
