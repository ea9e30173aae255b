"use client";

import { useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { ShownOnce } from "@/components/form/shown-once";
import { useCommandForm } from "@/components/form/use-command-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ROLES } from "@/lib/core/access";
import type { Action } from "@/lib/web/action";
import { RoleCheckboxes } from "./role-checkboxes";

type Added = { email: string; password: string | null };
type AddPersonProps = { action: Action<Added> };

export function AddPersonDialog({ action }: AddPersonProps) {
  return (
    <FormDialog trigger={<Button variant="primary">Add a person</Button>} title="Add a person">
      {(close) => <AddPerson action={action} close={close} />}
    </FormDialog>
  );
}

function AddPerson({ action, close }: AddPersonProps & { close: () => void }) {
  const [added, setAdded] = useState<Added | null>(null);
  const command = useCommandForm({
    action,
    fields: ["name", "email", "roles"],
    input: (typed) => ({ name: typed.get("name"), email: typed.get("email"), roles: typed.getAll("roles") }),
    done: setAdded,
  });
  if (added) return <AddedNotice added={added} close={close} />;
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Add person" pendingLabel="Adding…" onCancel={close}>
      <Field label="Name" hint="As it is printed beside signatures." error={errorOf("name")} required>
        <Input name="name" autoComplete="off" />
      </Field>
      <Field label="E-mail" error={errorOf("email")} required>
        <Input type="email" name="email" autoComplete="off" />
      </Field>
      <RoleCheckboxes legend="Roles in this tenant" roles={ROLES} error={errorOf("roles")} />
    </CommandForm>
  );
}

function AddedNotice({ added: { email, password }, close }: { added: Added; close: () => void }) {
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
        They have an account already and sign in with the password they know.
      </Alert>
      <DialogFooter>
        <Button variant="primary" onClick={close}>
          Done
        </Button>
      </DialogFooter>
    </>
  );
}
