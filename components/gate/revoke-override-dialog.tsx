"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

type RevokeOverrideProps = { override: { id: string; by: string }; action: Action<unknown> };

export function RevokeOverrideDialog(props: RevokeOverrideProps) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="danger" aria-label={`Revoke the override of ${props.override.by}`}>
          Revoke
        </Button>
      }
      title="Revoke the override?"
      description="The freeze holds this release up again at once. It can be overridden anew."
    >
      {(close) => <RevokeForm {...props} close={close} />}
    </FormDialog>
  );
}

function RevokeForm({ override, action, close }: RevokeOverrideProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["reason"],
    input: (typed) => ({ overrideId: override.id, reason: typed.get("reason") }),
    done() {
      toast.success("The override is revoked");
      close();
    },
  });
  return (
    <CommandForm
      command={command}
      submitLabel="Revoke override"
      pendingLabel="Revoking…"
      tone="danger"
      onCancel={close}
    >
      <Field label="Reason" error={command.errorOf("reason")} required>
        <Textarea name="reason" rows={2} maxLength={5000} />
      </Field>
    </CommandForm>
  );
}
