import { RequestTable } from "@/components/integration/request-table";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import { recentRequests } from "@/lib/registry/deployment-request/queries";
import { load } from "@/lib/web/load";

export async function RequestsSection({ actor }: { actor: Actor }) {
  const found = await load(recentRequests(actor));
  return (
    <Section title="Latest deployment requests" description="What waited for the gate, and what it was told.">
      {!found.ok && <LoadFailure failure={found.failure} retryHref="/settings/integrations" />}
      {found.ok && found.data.items.length === 0 && <p className="text-muted">No deployment has asked yet.</p>}
      {found.ok && found.data.items.length > 0 && (
        <RequestTable items={found.data.items} now={found.data.now} caption="Deployment requests, newest first" />
      )}
    </Section>
  );
}
