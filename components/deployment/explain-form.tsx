"use client";

import { useState } from "react";
import { endOfChosenDay, OwnerFields, typedOwner } from "@/components/action-item/owner-field";
import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { CheckboxField } from "@/components/ui/checkbox";
import { Field, Fieldset } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { EXPLANATION_LENGTH } from "@/lib/core/deployment/explain";
import type { PersonChoice } from "@/lib/registry/action-item/queries";
import type { Action } from "@/lib/web/action";

type ExplainFormProps = {
  deploymentId: string;
  people: readonly PersonChoice[];
  now: string;
  action: Action<unknown>;
};

/** Cause and remedy of a deployment that nothing allowed, and what is left to do. */
export function ExplainForm({ deploymentId, people, now, action }: ExplainFormProps) {
  const [opens, setOpens] = useState(false);
  const command = useCommandForm({
    action,
    fields: ["cause", "remedy", "actionItem", "ownerId", "ownerName"],
    input: (typed) => ({
      deploymentId,
      cause: typed.get("cause"),
      remedy: typed.get("remedy"),
      actionItem: opens ? { title: typed.get("title"), ...typedOwner(typed), dueAt: endOfChosenDay(typed) } : undefined,
    }),
    done: () => void toast.success("The deployment is explained"),
  });
  const errorOf = (field: string) => command.errorOf(field);
  const hint = `At least ${EXPLANATION_LENGTH} characters`;
  return (
    <CommandForm command={command} submitLabel="Explain deployment" pendingLabel="Recording…">
      <Field label="Why it was deployed without approval" hint={hint} error={errorOf("cause")} required>
        <Textarea name="cause" rows={3} />
      </Field>
      <Field label="What was done about it" hint={hint} error={errorOf("remedy")} required>
        <Textarea name="remedy" rows={3} />
      </Field>
      <CheckboxField
        name="opens"
        label="Open an action item for what is left to do"
        checked={opens}
        onChange={(event) => setOpens(event.currentTarget.checked)}
      />
      {opens && (
        <Fieldset legend="Action item" error={errorOf("actionItem").join(" ") || undefined}>
          <Field label="What is left to do" required>
            <Input name="title" autoComplete="off" />
          </Field>
          <OwnerFields people={people} errorOf={errorOf} />
          <Field label="Due" className="sm:max-w-52" required>
            <Input type="date" name="dueAt" min={now.slice(0, 10)} />
          </Field>
        </Fieldset>
      )}
    </CommandForm>
  );
}
