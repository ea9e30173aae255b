"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

type AcceptDialogProps = { releaseId: string; action: Action<unknown> };

export function AcceptDialog(props: AcceptDialogProps) {
  return (
    <FormDialog
      trigger={<Button size="sm">Accept with a reason</Button>}
      title="Accept this verification?"
      description="It stays on record as flagged and accepted by you, with your reason. It never counts as passed."
    >
      {(close) => <AcceptForm {...props} close={close} />}
    </FormDialog>
  );
}

function AcceptForm({ releaseId, action, close }: AcceptDialogProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["reason"],
    input: (typed) => ({ releaseId, reason: typed.get("reason") }),
    done() {
      toast.success("The verification is accepted");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Accept" pendingLabel="Accepting…" onCancel={close}>
      <Field
        label="Reason"
        hint="Why the release can stay although it was flagged."
        error={command.errorOf("reason")}
        required
      >
        <Textarea name="reason" rows={3} />
      </Field>
    </CommandForm>
  );
}
