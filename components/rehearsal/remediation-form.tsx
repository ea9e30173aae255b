"use client";

import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

export function RemediationForm({ rehearsalId, action }: { rehearsalId: string; action: Action<{ id: string }> }) {
  const command = useCommandForm({
    action,
    fields: ["remediation"],
    input: (typed) => ({ rehearsalId, remediation: typed.get("remediation") }),
    done: () => toast.success("The remediation is recorded"),
  });
  return (
    <CommandForm command={command} submitLabel="Record remediation" pendingLabel="Recording…">
      <Field label="What was mended" error={command.errorOf("remediation")} required>
        <Textarea name="remediation" rows={4} />
      </Field>
    </CommandForm>
  );
}
