"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { utcFrom } from "@/components/form/utc-from";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { PersonChoice } from "@/lib/registry/person/choices";
import type { Action } from "@/lib/web/action";

type RecordProps = { people: readonly PersonChoice[]; trainings: readonly string[]; action: Action<unknown> };

export function RecordTrainingDialog(props: RecordProps) {
  return (
    <FormDialog
      trigger={<Button variant="primary">Record a training</Button>}
      title="Record a training"
      description="A role of the approval matrix can ask for it: signatures in that role count only while it is valid."
    >
      {(close) => <RecordForm {...props} close={close} />}
    </FormDialog>
  );
}

const FIELDS = ["personId", "training", "completedAt", "expiresAt", "evidenceUrl"];

function RecordForm({ people, trainings, action, close }: RecordProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({
      personId: typed.get("personId"),
      training: typed.get("training"),
      completedAt: utcFrom(String(typed.get("completedAt") ?? "")),
      expiresAt: utcFrom(String(typed.get("expiresAt") ?? "")) || undefined,
      evidenceUrl: typed.get("evidenceUrl") || undefined,
    }),
    refuse: ({ personId, completedAt }) => {
      const missing: Record<string, string> = {};
      if (!personId) missing.personId = "choose a person";
      if (!completedAt) missing.completedAt = "say when";
      return Object.keys(missing).length > 0 ? missing : null;
    },
    done() {
      toast.success("The training is recorded");
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Record training" pendingLabel="Saving…" onCancel={close}>
      <Field label="Person" error={errorOf("personId")} required>
        <Select name="personId" defaultValue="">
          <option value="">Choose a person</option>
          {people.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {name} ({email})
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Training" error={errorOf("training")} required>
        <Input name="training" list="known-trainings" maxLength={200} />
      </Field>
      <datalist id="known-trainings">
        {trainings.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field label="Completed (UTC)" error={errorOf("completedAt")} required>
        <Input type="datetime-local" name="completedAt" />
      </Field>
      <Field
        label="Expires (UTC)"
        hint="Leave it empty where it does not expire."
        error={errorOf("expiresAt")}
        required={false}
      >
        <Input type="datetime-local" name="expiresAt" />
      </Field>
      <Field label="Evidence (URL)" error={errorOf("evidenceUrl")} required={false}>
        <Input type="url" name="evidenceUrl" maxLength={2000} />
      </Field>
    </CommandForm>
  );
}
