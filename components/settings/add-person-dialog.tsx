"use client";

import { useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { ShownOnce } from "@/components/form/shown-once";
import { useCommandForm } from "@/components/form/use-command-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ROLES } from "@/lib/core/access";
import type { Action } from "@/lib/web/action";
import { RoleCheckboxes } from "./role-checkboxes";

type Added = { email: string; password: string | null };
type AddPersonProps = {
  action: Action<Added>;
  /** What people call the identity provider, where one is set up. */
  provider?: string;
};

export function AddPersonDialog(props: AddPersonProps) {
  return (
    <FormDialog trigger={<Button variant="primary">Add a person</Button>} title="Add a person">
      {(close) => <AddPerson {...props} close={close} />}
    </FormDialog>
  );
}

function AddPerson({ action, provider, close }: AddPersonProps & { close: () => void }) {
  const [added, setAdded] = useState<Added | null>(null);
  const command = useCommandForm({
    action,
    fields: ["name", "email", "roles", "signsInBy"],
    input: (typed) => ({
      name: typed.get("name"),
      email: typed.get("email"),
      roles: typed.getAll("roles"),
      signsInBy: typed.get("signsInBy") ?? undefined,
    }),
    done: setAdded,
  });
  if (added) return <AddedNotice added={added} provider={provider} close={close} />;
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Add person" pendingLabel="Adding…" onCancel={close}>
      <Field label="Name" hint="As it is printed beside signatures." error={errorOf("name")} required>
        <Input name="name" autoComplete="off" />
      </Field>
      <Field label="E-mail" error={errorOf("email")} required>
        <Input type="email" name="email" autoComplete="off" />
      </Field>
      {provider && (
        <Field
          label="Signs in with"
          hint="A password would be made here and shown once."
          error={errorOf("signsInBy")}
          required
        >
          <Select name="signsInBy" defaultValue="provider">
            <option value="provider">{provider}, by this e-mail address</option>
            <option value="password">a password</option>
          </Select>
        </Field>
      )}
      <RoleCheckboxes legend="Roles in this tenant" roles={ROLES} error={errorOf("roles")} />
    </CommandForm>
  );
}

type NoticeProps = { added: Added; provider?: string; close: () => void };

function AddedNotice({ added: { email, password }, provider, close }: NoticeProps) {
  if (password) {
    return (
      <ShownOnce secret={password} label="password" title="This password is shown only now" onDone={close}>
        Hand it to {email} by a channel that only they read.
      </ShownOnce>
    );
  }
  return (
    <>
      <Alert tone="go" title={`${email} is added`} live>
        {provider
          ? `They sign in with ${provider}, or as they did before.`
          : "They have an account already and sign in with the password they know."}
      </Alert>
      <DialogFooter>
        <Button variant="primary" onClick={close}>
          Done
        </Button>
      </DialogFooter>
    </>
  );
}
