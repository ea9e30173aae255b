"use client";

import { useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { StepUpField } from "@/components/form/step-up";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { IntegrationView } from "@/lib/registry/integration/queries";
import type { Action } from "@/lib/web/action";
import { GITHUB_FIELDS, GitHubFields } from "./github-fields";
import { type Connection, ShownConnection } from "./shown-connection";

type Of = Pick<IntegrationView, "id" | "name">;

type EditProps = { integration: Of & Pick<IntegrationView, "apiUrl" | "appId">; action: Action<unknown> };

export function EditGitHubDialog(props: EditProps) {
  const { name } = props.integration;
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Edit ${name}`}>
          Edit
        </Button>
      }
      title={`Edit ${name}`}
      size="lg"
    >
      {(close) => <EditForm {...props} close={close} />}
    </FormDialog>
  );
}

function EditForm({ integration, action, close }: EditProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: GITHUB_FIELDS,
    input: (typed) => ({
      integrationId: integration.id,
      name: typed.get("name"),
      apiUrl: typed.get("apiUrl"),
      appId: typed.get("appId"),
      privateKey: typed.get("privateKey") || undefined,
      password: typed.get("password"),
    }),
    done() {
      toast.success(`${integration.name} is changed`);
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Save" pendingLabel="Saving…" onCancel={close}>
      <GitHubFields errorOf={command.errorOf} given={integration} />
      <StepUpField error={command.errorOf("password")} />
    </CommandForm>
  );
}

type RotateProps = { integration: Of; action: Action<Connection>; webhookUrl: string };

export function RotateSecretDialog(props: RotateProps) {
  const { name } = props.integration;
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`New secret for ${name}`}>
          New secret
        </Button>
      }
      title={`A new webhook secret for ${name}`}
      description="What is signed with the old one is refused from then on."
    >
      {(close) => <RotateForm {...props} close={close} />}
    </FormDialog>
  );
}

function RotateForm({ integration, action, webhookUrl, close }: RotateProps & { close: () => void }) {
  const [made, setMade] = useState<Connection | null>(null);
  const command = useCommandForm({
    action,
    fields: ["password"],
    input: (typed) => ({ integrationId: integration.id, password: typed.get("password") }),
    done: setMade,
  });
  if (made) return <ShownConnection connection={made} webhookUrl={webhookUrl} onDone={close} />;
  return (
    <CommandForm command={command} submitLabel="Make a new secret" pendingLabel="Making…" onCancel={close}>
      <StepUpField error={command.errorOf("password")} />
    </CommandForm>
  );
}

type EnableProps = { integration: Of & { enabled: boolean }; action: Action<unknown> };

export function EnableDialog(props: EnableProps) {
  const { name, enabled } = props.integration;
  const verb = enabled ? "Disable" : "Enable";
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant={enabled ? "danger" : "secondary"} aria-label={`${verb} ${name}`}>
          {verb}
        </Button>
      }
      title={`${verb} ${name}?`}
      description={
        enabled
          ? "Its webhooks are refused, and deployments that wait for its answer get none."
          : "Its webhooks are accepted again, with the secret that it has."
      }
    >
      {(close) => <EnableForm {...props} close={close} />}
    </FormDialog>
  );
}

function EnableForm({ integration, action, close }: EnableProps & { close: () => void }) {
  const { id, name, enabled } = integration;
  const command = useCommandForm({
    action,
    fields: [],
    input: () => ({ integrationId: id, enabled: !enabled }),
    done() {
      toast.success(`${name} is ${enabled ? "disabled" : "enabled"}`);
      close();
    },
  });
  return (
    <CommandForm
      command={command}
      submitLabel={enabled ? "Disable" : "Enable"}
      pendingLabel="Changing…"
      tone={enabled ? "danger" : "primary"}
      onCancel={close}
    />
  );
}
