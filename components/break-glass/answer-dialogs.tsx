"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { StepUpField } from "@/components/form/step-up";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

type AnswerProps = { breakGlassId: string; action: Action<unknown> };

/** The second person's word. */
export function ConfirmBreakGlassDialog({ requestedBy, ...props }: AnswerProps & { requestedBy: string }) {
  return (
    <FormDialog
      trigger={<Button variant="danger">Confirm break-glass</Button>}
      title="Confirm break-glass?"
      description={`${requestedBy} asked for it. With your word the release may enter production once, past the gate, until it expires. Your name stays on it for ever.`}
    >
      {(close) => <ConfirmForm {...props} close={close} />}
    </FormDialog>
  );
}

function ConfirmForm({ breakGlassId, action, close }: AnswerProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["password"],
    input: (typed) => ({ breakGlassId, password: typed.get("password") }),
    done() {
      toast.success("Confirmed. The release may enter production once.");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Confirm" pendingLabel="Confirming…" tone="danger" onCancel={close}>
      <StepUpField hint="Shows that it is you who confirms." error={command.errorOf("password")} />
    </CommandForm>
  );
}

export function CancelBreakGlassDialog(props: AnswerProps) {
  return (
    <FormDialog
      trigger={<Button>Cancel break-glass</Button>}
      title="Cancel this break-glass?"
      description="The release can then not enter production by it. Another one can be asked for."
    >
      {(close) => <CancelForm {...props} close={close} />}
    </FormDialog>
  );
}

function CancelForm({ breakGlassId, action, close }: AnswerProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["reason"],
    input: (typed) => ({ breakGlassId, reason: typed.get("reason") }),
    done() {
      toast.success("The break-glass is cancelled");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Cancel break-glass" pendingLabel="Cancelling…" onCancel={close}>
      <Field label="Reason" error={command.errorOf("reason")} required>
        <Textarea name="reason" rows={2} />
      </Field>
    </CommandForm>
  );
}
