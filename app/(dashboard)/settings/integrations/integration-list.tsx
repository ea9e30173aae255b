import { EditGitHubDialog, EnableDialog, RotateSecretDialog } from "@/components/integration/change-dialogs";
import { IntegrationSection } from "@/components/integration/integration-section";
import { type Choice, LinkDialog, UnlinkDialog } from "@/components/integration/link-dialogs";
import type { Actor } from "@/lib/core/access";
import { listEnvironments } from "@/lib/registry/environment/queries";
import type { IntegrationView } from "@/lib/registry/integration/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { load } from "@/lib/web/load";
import {
  linkRepositoryAction,
  rotateSecretAction,
  setIntegrationEnabledAction,
  unlinkRepositoryAction,
  updateIntegrationAction,
} from "./actions";
import { webhookBase } from "./webhook-base";

type IntegrationListProps = { actor: Actor; items: IntegrationView[]; now: string };

export async function IntegrationList({ actor, items, now }: IntegrationListProps) {
  const [services, environments] = await Promise.all([load(serviceChoices(actor)), load(listEnvironments(actor))]);
  const choices = (found: typeof services | typeof environments): Choice[] =>
    found.ok ? found.data.map(({ id, slug }) => ({ id, slug })) : [];
  const places = { services: choices(services), environments: choices(environments) };
  return items.map((integration) => {
    const { id, name, apiUrl, appId, enabled, kind } = integration;
    const webhookUrl = `${webhookBase()}/${id}`;
    return (
      <IntegrationSection
        key={id}
        integration={integration}
        now={now}
        webhookUrl={webhookUrl}
        actions={
          <>
            {kind === "github" && (
              <EditGitHubDialog integration={{ id, name, apiUrl, appId }} action={updateIntegrationAction} />
            )}
            <RotateSecretDialog integration={{ id, name }} action={rotateSecretAction} webhookUrl={webhookUrl} />
            <EnableDialog integration={{ id, name, enabled }} action={setIntegrationEnabledAction} />
          </>
        }
        linkAction={<LinkDialog integration={{ id, name }} action={linkRepositoryAction} {...places} />}
        unlinkOf={(link) => (
          <UnlinkDialog link={{ id: link.id, repository: link.repository }} action={unlinkRepositoryAction} />
        )}
      />
    );
  });
}
