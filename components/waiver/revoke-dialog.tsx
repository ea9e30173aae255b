"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

type RevokeProps = { waiverId: string; action: Action<unknown> };

export function RevokeDialog(props: RevokeProps) {
  return (
    <FormDialog
      trigger={<Button variant="danger">Revoke</Button>}
      title="Revoke this waiver?"
      description="The gate stops counting it at its next evaluation. This cannot be undone; a new waiver can be granted."
    >
      {(close) => <RevokeForm {...props} close={close} />}
    </FormDialog>
  );
}

function RevokeForm({ waiverId, action, close }: RevokeProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["reason"],
    input: (typed) => ({ waiverId, reason: typed.get("reason") }),
    done() {
      toast.success("The waiver is revoked");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Revoke waiver" pendingLabel="Revoking…" tone="danger" onCancel={close}>
      <Field label="Reason" error={command.errorOf("reason")} required>
        <Textarea name="reason" />
      </Field>
    </CommandForm>
  );
}
