import { RequestTable } from "@/components/integration/request-table";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import { recentRequests } from "@/lib/registry/deployment-request/queries";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";

/** Deployments that asked about this release. Most releases have none, and a page without them says nothing of it. */
export async function DeploymentsSection({ release, actor }: { release: ReleaseDetail; actor: Actor }) {
  const found = await load(recentRequests(actor, { releaseId: release.id }));
  if (!found.ok || found.data.items.length === 0) return null;
  const { items, now } = found.data;
  return (
    <Section
      title="Deployments that asked"
      id="deployments"
      description="They wait until the gate lets this release go."
    >
      <RequestTable
        ofOneRelease
        items={items}
        now={now}
        caption="Deployments that asked about this release, newest first"
      />
    </Section>
  );
}
