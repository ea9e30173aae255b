"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

type AddEnvironmentProps = { action: Action<{ slug: string }> };

export function AddEnvironmentDialog({ action }: AddEnvironmentProps) {
  return (
    <FormDialog
      trigger={<Button variant="primary">Add an environment</Button>}
      title="Add an environment"
      description="It comes last in the order of promotion. Then say in the approval matrix who signs for it: until then nothing can be approved."
    >
      {(close) => <AddEnvironmentForm action={action} close={close} />}
    </FormDialog>
  );
}

function AddEnvironmentForm({ action, close }: AddEnvironmentProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["slug", "name"],
    input: (typed) => ({
      slug: typed.get("slug"),
      name: typed.get("name"),
      isProduction: typed.get("isProduction") !== null,
    }),
    done({ slug }) {
      toast.success(`${slug} is added`);
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Add environment" pendingLabel="Adding…" onCancel={close}>
      <Field
        label="Short name"
        hint="In addresses, pipelines and tokens, such as preprod. It cannot be changed later."
        error={errorOf("slug")}
        required
      >
        <Input name="slug" autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field label="Name" error={errorOf("name")} required>
        <Input name="name" autoComplete="off" />
      </Field>
      <CheckboxField
        name="isProduction"
        label="It is a production environment"
        hint="Rollout windows and freezes are judged only there."
      />
    </CommandForm>
  );
}
