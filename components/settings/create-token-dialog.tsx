"use client";

import { useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { ShownOnce } from "@/components/form/shown-once";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import type { Action } from "@/lib/web/action";
import { type ScopeChoice, TokenFields } from "./token-fields";

type CreateTokenProps = { action: Action<{ token: string }>; services: ScopeChoice[]; environments: ScopeChoice[] };

export function CreateTokenDialog(props: CreateTokenProps) {
  return (
    <FormDialog
      trigger={<Button variant="primary">Create a token</Button>}
      title="Create an API token"
      description="For a pipeline. A token can never sign, waive or manage anything."
    >
      {(close) => <CreateToken {...props} close={close} />}
    </FormDialog>
  );
}

function CreateToken({ action, services, environments, close }: CreateTokenProps & { close: () => void }) {
  const [token, setToken] = useState<string | null>(null);
  const command = useCommandForm({
    action,
    fields: ["name", "verbs", "serviceId", "environmentId", "expiresInDays", "password"],
    input: (typed) => ({
      name: typed.get("name"),
      verbs: typed.getAll("verbs"),
      serviceId: typed.get("serviceId") || null,
      environmentId: typed.get("environmentId") || null,
      expiresInDays: Number(typed.get("expiresInDays")),
      password: typed.get("password"),
    }),
    done: (data) => setToken(data.token),
  });
  if (token) {
    return (
      <ShownOnce secret={token} label="token" title="This token is shown only now" onDone={close}>
        Put it into the pipeline's secrets, as <code>READINESS_TOKEN</code>.
      </ShownOnce>
    );
  }
  return (
    <CommandForm command={command} submitLabel="Create token" pendingLabel="Creating…" onCancel={close}>
      <TokenFields errorOf={command.errorOf} services={services} environments={environments} />
    </CommandForm>
  );
}
