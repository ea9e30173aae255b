import { DeploymentTable } from "@/components/deployment/deployment-table";
import { RequestTable } from "@/components/integration/request-table";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import { deploymentsOfRelease } from "@/lib/registry/deployment/queries";
import { recentRequests } from "@/lib/registry/deployment-request/queries";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";

type DeploymentsProps = { release: ReleaseDetail; actor: Actor };

/** What asked about this release and what was deployed of it. Most releases have neither, and then nothing is said. */
export async function DeploymentsSection({ release, actor }: DeploymentsProps) {
  const [asked, made] = await Promise.all([
    load(recentRequests(actor, { releaseId: release.id })),
    load(deploymentsOfRelease(actor, release.id)),
  ]);
  return (
    <>
      {made.ok && made.data.items.length > 0 && (
        <Section title="Deployments" id="made" description="As pipelines and GitHub reported them.">
          <DeploymentTable {...made.data} caption="Deployments of this release, newest first" />
        </Section>
      )}
      {asked.ok && asked.data.items.length > 0 && (
        <Section
          title="Deployments that asked"
          id="deployments"
          description="They wait until the gate lets this release go."
        >
          <RequestTable
            ofOneRelease
            {...asked.data}
            caption="Deployments that asked about this release, newest first"
          />
        </Section>
      )}
    </>
  );
}
