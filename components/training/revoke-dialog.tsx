"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { TrainingView } from "@/lib/registry/training/queries";
import type { Action } from "@/lib/web/action";

type RevokeProps = { record: Pick<TrainingView, "id" | "training" | "person">; action: Action<unknown> };

export function RevokeTrainingDialog(props: RevokeProps) {
  const { training, person } = props.record;
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Revoke ${training} of ${person.name}`}>
          Revoke
        </Button>
      }
      title={`Revoke ${training} of ${person.name}?`}
      description="Signatures that need it count no more for releases that are still to ship."
    >
      {(close) => <RevokeForm {...props} close={close} />}
    </FormDialog>
  );
}

function RevokeForm({ record, action, close }: RevokeProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["reason"],
    input: (typed) => ({ recordId: record.id, reason: typed.get("reason") }),
    done() {
      toast.success("The record is revoked");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Revoke record" pendingLabel="Revoking…" tone="danger" onCancel={close}>
      <Field label="Reason" error={command.errorOf("reason")} required>
        <Textarea name="reason" rows={2} maxLength={2000} />
      </Field>
    </CommandForm>
  );
}
