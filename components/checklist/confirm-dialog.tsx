"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

/** `metrics` empty: none has arrived. */
type ConfirmRunbooksProps = { releaseId: string; metrics: readonly string[]; action: Action<unknown> };

export function ConfirmRunbooksDialog(props: ConfirmRunbooksProps) {
  return (
    <FormDialog
      trigger={<Button size="sm">Confirm with a reason</Button>}
      title="Confirm that no runbook is missing?"
      description={
        props.metrics.length > 0
          ? `You confirm for: ${props.metrics.join(", ")}. A metric that appears later is asked about again.`
          : "No metrics of this release have arrived. You confirm that it introduced none."
      }
    >
      {(close) => <ConfirmForm {...props} close={close} />}
    </FormDialog>
  );
}

function ConfirmForm({ releaseId, action, close }: ConfirmRunbooksProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["reason"],
    input: (typed) => ({ releaseId, item: "runbooks", reason: typed.get("reason") }),
    done() {
      toast.success("Confirmed");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Confirm" pendingLabel="Confirming…" onCancel={close}>
      <Field label="Reason" hint="It is kept with your name." error={command.errorOf("reason")} required>
        <Textarea name="reason" rows={3} />
      </Field>
    </CommandForm>
  );
}
