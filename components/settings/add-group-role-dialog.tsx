"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { ROLES } from "@/lib/core/access";
import type { Action } from "@/lib/web/action";

type AddProps = { action: Action<{ group: string; role: string }> };

export function AddGroupRoleDialog({ action }: AddProps) {
  return (
    <FormDialog
      trigger={<Button variant="primary">Add a group</Button>}
      title="Give a group a role"
      description="Its members get the role in this tenant at their next sign-in with the provider."
    >
      {(close) => <AddForm action={action} close={close} />}
    </FormDialog>
  );
}

function AddForm({ action, close }: AddProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["group", "role"],
    input: (typed) => ({ group: typed.get("group"), role: typed.get("role") }),
    done({ group, role }) {
      toast.success(`${group} gives ${role}`);
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Give role" pendingLabel="Adding…" onCancel={close}>
      <Field label="Group" hint="Exactly as the provider writes it." error={errorOf("group")} required>
        <Input name="group" autoComplete="off" spellCheck={false} maxLength={500} />
      </Field>
      <Field label="Role" error={errorOf("role")} required>
        <Select name="role">
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {role}
            </option>
          ))}
        </Select>
      </Field>
    </CommandForm>
  );
}
