"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { IncidentPolicyView } from "@/lib/registry/incident-policy/queries";
import type { Action } from "@/lib/web/action";
import { DeadlineFields } from "./deadline-fields";
import { policyFrom } from "./policy-from";
import { SeverityFields } from "./severity-fields";

type ChangePolicyProps = { view: IncidentPolicyView; action: Action<unknown> };

export function ChangePolicyDialog(props: ChangePolicyProps) {
  return (
    <FormDialog
      trigger={<Button variant="primary">Change the policy</Button>}
      title="Incident policy"
      description="The new version holds at once, and the ledger keeps the one before."
      size="lg"
    >
      {(close) => <PolicyForm {...props} close={close} />}
    </FormDialog>
  );
}

function PolicyForm({ view, action, close }: ChangePolicyProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["reason"],
    input: (typed) => ({ basedOn: view.version, policy: policyFrom(typed), reason: String(typed.get("reason") ?? "") }),
    done() {
      toast.success("The new policy is in force");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Put in force" onCancel={close}>
      <DeadlineFields policy={view.policy} />
      <SeverityFields policy={view.policy} />
      <Field label="Why" error={command.errorOf("reason")} required>
        <Textarea name="reason" rows={2} />
      </Field>
    </CommandForm>
  );
}
