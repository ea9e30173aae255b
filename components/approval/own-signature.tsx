"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Status } from "@/components/ui/status";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { StandingSignature, WithdrawAction } from "./signing";

type OwnSignatureProps = { signature: StandingSignature; now: string; withdrawAction: WithdrawAction };

/** The reader's standing signature, which only they can take back. */
export function OwnSignature({ signature, now, withdrawAction }: OwnSignatureProps) {
  const { decision, role, onBehalfOf, signedAt } = signature;
  const [tone, word] = decision === "approve" ? (["go", "Approved"] as const) : (["no-go", "Rejected"] as const);
  return (
    <div className="grid justify-items-start gap-3">
      <p>
        <Status tone={tone} label={word} size="sm" /> by you as {role}
        {onBehalfOf && ` on behalf of ${onBehalfOf}`}, <Instant at={signedAt} now={now} />
      </p>
      <FormDialog
        title="Withdraw your signature?"
        description="It no longer counts from then on; that you signed and withdrew stays on record."
        trigger={<Button>Withdraw signature …</Button>}
      >
        {(close) => <WithdrawForm signatureId={signature.id} action={withdrawAction} close={close} />}
      </FormDialog>
    </div>
  );
}

type WithdrawFormProps = { signatureId: string; action: WithdrawAction; close: () => void };

function WithdrawForm({ signatureId, action, close }: WithdrawFormProps) {
  const command = useCommandForm({
    action,
    fields: ["reason"],
    input: (typed) => ({ signatureId, reason: typed.get("reason") }),
    done: () => {
      close();
      toast.success("Your signature is withdrawn");
    },
  });
  return (
    <CommandForm
      command={command}
      submitLabel="Withdraw signature"
      pendingLabel="Withdrawing …"
      tone="danger"
      onCancel={close}
    >
      <Field label="Reason" error={command.errorOf("reason")} required>
        <Textarea name="reason" rows={3} maxLength={5000} />
      </Field>
    </CommandForm>
  );
}
