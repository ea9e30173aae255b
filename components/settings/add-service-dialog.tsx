"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

type AddServiceProps = { action: Action<{ slug: string }> };

export function AddServiceDialog({ action }: AddServiceProps) {
  return (
    <FormDialog trigger={<Button variant="primary">Add a service</Button>} title="Add a service">
      {(close) => <AddServiceForm action={action} close={close} />}
    </FormDialog>
  );
}

function AddServiceForm({ action, close }: AddServiceProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["slug", "name", "owner"],
    input: (typed) => ({ slug: typed.get("slug"), name: typed.get("name"), owner: typed.get("owner") }),
    done({ slug }) {
      toast.success(`${slug} is added`);
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Add service" pendingLabel="Adding…" onCancel={close}>
      <Field
        label="Short name"
        hint="In addresses and pipelines, such as service-api. It cannot be changed later."
        error={errorOf("slug")}
        required
      >
        <Input name="slug" autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field label="Name" error={errorOf("name")} required>
        <Input name="name" autoComplete="off" />
      </Field>
      <Field label="Owning team" error={errorOf("owner")} required>
        <Input name="owner" autoComplete="off" />
      </Field>
    </CommandForm>
  );
}
