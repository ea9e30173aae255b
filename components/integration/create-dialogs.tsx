"use client";

import { type ReactNode, useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { StepUpField } from "@/components/form/step-up";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Action } from "@/lib/web/action";
import { GITHUB_FIELDS, GitHubFields } from "./github-fields";
import { type Connection, ShownConnection } from "./shown-connection";

type CreateProps = {
  action: Action<Connection>;
  /** Of all webhooks, without the integration's id. */
  webhookBase: string;
};
type Fields = { errorOf: (field: string) => string[] };

export function ConnectGitHubDialog(props: CreateProps) {
  return (
    <FormDialog
      trigger={<Button variant="primary">Connect GitHub</Button>}
      title="Connect a GitHub App"
      description="Its deployment protection rule asks the gate and waits for the answer; its deployment statuses tell what was deployed."
      size="lg"
    >
      {(close) => (
        <CreateForm
          {...props}
          close={close}
          fields={GITHUB_FIELDS}
          input={(typed) => ({
            kind: "github",
            name: typed.get("name"),
            apiUrl: typed.get("apiUrl"),
            appId: typed.get("appId"),
            privateKey: typed.get("privateKey"),
            password: typed.get("password"),
          })}
        >
          {({ errorOf }) => <GitHubFields errorOf={errorOf} />}
        </CreateForm>
      )}
    </FormDialog>
  );
}

export function AddWebhookDialog(props: CreateProps) {
  return (
    <FormDialog
      trigger={<Button>Add a webhook</Button>}
      title="Add a webhook"
      description="For any other system that asks before it deploys."
    >
      {(close) => (
        <CreateForm
          {...props}
          close={close}
          fields={["name", "password"]}
          input={(typed) => ({ kind: "webhook", name: typed.get("name"), password: typed.get("password") })}
        >
          {({ errorOf }) => (
            <Field label="Name" hint="The system that asks." error={errorOf("name")} required>
              <Input name="name" autoComplete="off" />
            </Field>
          )}
        </CreateForm>
      )}
    </FormDialog>
  );
}

type CreateFormProps = CreateProps & {
  close: () => void;
  fields: readonly string[];
  input: (typed: FormData) => Record<string, unknown>;
  children: (fields: Fields) => ReactNode;
};

function CreateForm({ action, webhookBase, close, fields, input, children }: CreateFormProps) {
  const [made, setMade] = useState<Connection | null>(null);
  const command = useCommandForm({ action, fields, input, done: setMade });
  if (made) return <ShownConnection connection={made} webhookUrl={`${webhookBase}/${made.id}`} onDone={close} />;
  return (
    <CommandForm command={command} submitLabel="Create" pendingLabel="Creating…" onCancel={close}>
      {children({ errorOf: command.errorOf })}
      <StepUpField error={command.errorOf("password")} />
    </CommandForm>
  );
}
