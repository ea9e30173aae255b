"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { utcFrom } from "@/components/form/utc-from";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/core/access";
import { MOST_DELEGATION_DAYS } from "@/lib/core/approval/delegation";
import type { PersonChoice } from "@/lib/registry/person/choices";
import type { Action } from "@/lib/web/action";

type GiveProps = { roles: readonly Role[]; people: readonly PersonChoice[]; action: Action<unknown> };

export function GiveDialog(props: GiveProps) {
  return (
    <FormDialog
      trigger={<Button variant="primary">Delegate a role</Button>}
      title="Delegate a role"
      description="While it lasts, your delegate may sign releases in this role on your behalf. It is recorded, and you can take it back at any time."
    >
      {(close) => <GiveForm {...props} close={close} />}
    </FormDialog>
  );
}

function GiveForm({ roles, people, action, close }: GiveProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["toPersonId", "role", "startsAt", "endsAt", "reason"],
    input: (typed) => ({
      toPersonId: typed.get("toPersonId"),
      role: typed.get("role"),
      startsAt: utcFrom(String(typed.get("startsAt") ?? "")) || undefined,
      endsAt: utcFrom(String(typed.get("endsAt") ?? "")),
      reason: typed.get("reason"),
    }),
    refuse: ({ toPersonId, endsAt }) => {
      const missing: Record<string, string> = {};
      if (!toPersonId) missing.toPersonId = "choose who acts for you";
      if (!endsAt) missing.endsAt = "say until when";
      return Object.keys(missing).length > 0 ? missing : null;
    },
    done() {
      toast.success("Your delegate is told");
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Delegate" pendingLabel="Saving…" onCancel={close}>
      <Field label="Delegate" error={errorOf("toPersonId")} required>
        <Select name="toPersonId" defaultValue="">
          <option value="">Choose a person</option>
          {people.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {name} ({email})
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Role" error={errorOf("role")} required>
        <Select name="role">
          {roles.map((role) => (
            <option key={role} value={role}>
              {role}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="From (UTC)" hint="Leave it empty to begin at once." error={errorOf("startsAt")} required={false}>
        <Input type="datetime-local" name="startsAt" />
      </Field>
      <Field label="Until (UTC)" hint={`At most ${MOST_DELEGATION_DAYS} days.`} error={errorOf("endsAt")} required>
        <Input type="datetime-local" name="endsAt" />
      </Field>
      <Field label="Reason" error={errorOf("reason")} required>
        <Textarea name="reason" rows={2} maxLength={2000} />
      </Field>
    </CommandForm>
  );
}
