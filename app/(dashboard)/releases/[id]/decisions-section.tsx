import { DecisionTable } from "@/components/gate/decision-table";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Actor } from "@/lib/core/access";
import { decisionHistory } from "@/lib/registry/gate/decision-queries";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";

const SHOWN = 10;

export async function DecisionsSection({ release, actor }: { release: ReleaseDetail; actor: Actor }) {
  const { id, now } = release;
  const found = await load(decisionHistory(actor, id, { size: SHOWN }));
  return (
    <Section title="Decisions" id="decisions" description="Every recorded evaluation of the gate, as it was made.">
      {!found.ok && <LoadFailure failure={found.failure} retryHref={`/releases/${id}#decisions`} />}
      {found.ok && found.data.items.length === 0 && <p className="text-muted">No decision has been recorded yet.</p>}
      {found.ok && found.data.items.length > 0 && (
        <DecisionTable releaseId={id} decisions={found.data.items} now={now} />
      )}
      <p className="mt-2 flex flex-wrap gap-x-4">
        {found.ok && found.data.next && <TextLink href={`/releases/${id}/decisions`}>All decisions</TextLink>}
        {found.ok && found.data.items.length > 1 && (
          <TextLink href={`/releases/${id}/decisions/compare`}>What changed between the last two</TextLink>
        )}
      </p>
    </Section>
  );
}
