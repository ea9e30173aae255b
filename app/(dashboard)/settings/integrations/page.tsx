import type { Metadata } from "next";
import { AddWebhookDialog, ConnectGitHubDialog } from "@/components/integration/create-dialogs";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { NoPermission, NothingYet } from "@/components/ui/empty-state";
import { SectionSkeleton, TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { type Actor, can, rolesWith } from "@/lib/core/access";
import { listIntegrations } from "@/lib/registry/integration/queries";
import { load } from "@/lib/web/load";
import { createIntegrationAction } from "./actions";
import { IntegrationList } from "./integration-list";
import { RequestsSection } from "./requests-section";
import { webhookBase } from "./webhook-base";

export const metadata: Metadata = { title: "Integrations" };

const PATH = "/settings/integrations";
const ABOUT = "Systems that ask the gate before they deploy, and wait for its answer.";

export default async function IntegrationsPage() {
  const { actor } = await pageViewer();
  if (!can(actor, "integration:manage")) {
    return (
      <SettingsFrame current={PATH} description={ABOUT}>
        <NoPermission title="You cannot see the integrations of this tenant">
          It takes the role {rolesWith("integration:manage").join(" or ")}.
        </NoPermission>
      </SettingsFrame>
    );
  }
  const create = { action: createIntegrationAction, webhookBase: webhookBase() };
  return (
    <SettingsFrame
      current={PATH}
      description={ABOUT}
      actions={
        <>
          <AddWebhookDialog {...create} />
          <ConnectGitHubDialog {...create} />
        </>
      }
    >
      <Streamed
        section={Integrations({ actor })}
        fallback={<TableSkeleton columns={4} rows={4} label="Loading the integrations" />}
      />
    </SettingsFrame>
  );
}

async function Integrations({ actor }: { actor: Actor }) {
  const list = await load(listIntegrations(actor));
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={PATH} />;
  if (list.data.items.length === 0) {
    return (
      <NothingYet title="No system asks the gate yet">
        Connect a GitHub App to hold deployments of GitHub Actions until a release may ship, or add a webhook for any
        other system. A pipeline can also ask by itself, with readiness gate.
      </NothingYet>
    );
  }
  return (
    <>
      {await IntegrationList({ actor, items: list.data.items, now: list.data.now })}
      <Streamed
        section={RequestsSection({ actor })}
        fallback={<SectionSkeleton title="Latest deployment requests" />}
      />
    </>
  );
}
