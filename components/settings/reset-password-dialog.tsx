"use client";

import { useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { ShownOnce } from "@/components/form/shown-once";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { PersonView } from "@/lib/registry/person/queries";
import type { Action } from "@/lib/web/action";

type ResetProps = { person: Pick<PersonView, "id" | "name">; action: Action<{ password: string }> };

export function ResetPasswordDialog(props: ResetProps) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Reset password of ${props.person.name}`}>
          Reset password
        </Button>
      }
      title={`Reset the password of ${props.person.name}?`}
      description="They are signed out everywhere, and the old password stops working."
    >
      {(close) => <ResetPassword {...props} close={close} />}
    </FormDialog>
  );
}

function ResetPassword({ person, action, close }: ResetProps & { close: () => void }) {
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
    <CommandForm command={command} submitLabel="Reset password" pendingLabel="Resetting…" onCancel={close}>
      <Field label="Your own password" hint="To confirm that it is you." error={command.errorOf("password")} required>
        <Input type="password" name="password" autoComplete="current-password" />
      </Field>
    </CommandForm>
  );
}
