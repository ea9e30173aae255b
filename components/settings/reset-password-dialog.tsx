"use client";

import { useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { ShownOnce } from "@/components/form/shown-once";
import { StepUpField } from "@/components/form/step-up";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import type { PersonView } from "@/lib/registry/person/queries";
import type { Action } from "@/lib/web/action";

type ResetProps = {
  person: Pick<PersonView, "id" | "name">;
  /** False: has only ever signed in with the identity provider. */
  hasPassword: boolean;
  action: Action<{ password: string }>;
};

export function ResetPasswordDialog(props: ResetProps) {
  const { person, hasPassword } = props;
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`${hasPassword ? "Reset" : "Set"} password of ${person.name}`}>
          {hasPassword ? "Reset password" : "Set password"}
        </Button>
      }
      title={hasPassword ? `Reset the password of ${person.name}?` : `Give ${person.name} a password?`}
      description={`They are signed out everywhere, and ${hasPassword ? "the old password stops working" : "can sign in with it too"}.`}
    >
      {(close) => <ResetPassword {...props} close={close} />}
    </FormDialog>
  );
}

function ResetPassword({ person, hasPassword, action, close }: ResetProps & { close: () => void }) {
  const [password, setPassword] = useState<string | null>(null);
  const command = useCommandForm({
    action,
    fields: ["password"],
    input: (typed) => ({ personId: person.id, password: typed.get("password") }),
    done: (data) => setPassword(data.password),
  });
  if (password) {
    return (
      <ShownOnce secret={password} label="password" title="This password is shown only now" onDone={close}>
        Hand it to {person.name} by a channel that only they read.
      </ShownOnce>
    );
  }
  return (
    <CommandForm
      command={command}
      submitLabel={hasPassword ? "Reset password" : "Set password"}
      pendingLabel="Setting…"
      onCancel={close}
    >
      <StepUpField label="Your own password" error={command.errorOf("password")} />
    </CommandForm>
  );
}
