"use client";

import { toast } from "sonner";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionItemDetail, PersonChoice } from "@/lib/registry/action-item/queries";
import type { Action } from "@/lib/web/action";
import { endOfChosenDay, OwnerFields, typedOwner } from "./owner-field";

type CloseProps = { actionItemId: string; action: Action<unknown> };

export function CloseItemDialog(props: CloseProps) {
  return (
    <FormDialog trigger={<Button variant="primary">Close</Button>} title="Close this action item">
      {(close) => <CloseForm {...props} close={close} />}
    </FormDialog>
  );
}

function CloseForm({ actionItemId, action, close }: CloseProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["state", "note"],
    input: (typed) => ({ actionItemId, state: typed.get("state"), note: typed.get("note") }),
    done() {
      toast.success("The action item is closed");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Close item" pendingLabel="Closing…" onCancel={close}>
      <Field label="As" error={command.errorOf("state")} required>
        <Select name="state" defaultValue="done">
          <option value="done">Done</option>
          <option value="cancelled">Cancelled: not to be done</option>
        </Select>
      </Field>
      <Field label="What was done, or why nothing is" error={command.errorOf("note")} required>
        <Textarea name="note" rows={3} />
      </Field>
    </CommandForm>
  );
}

type ChangeProps = { item: ActionItemDetail; people: readonly PersonChoice[]; action: Action<unknown> };

export function ChangeItemDialog(props: ChangeProps) {
  return (
    <FormDialog trigger={<Button>Change owner or due day</Button>} title="Change owner or due day">
      {(close) => <ChangeForm {...props} close={close} />}
    </FormDialog>
  );
}

function ChangeForm({ item, people, action, close }: ChangeProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["ownerId", "ownerName", "dueAt", "trackerUrl"],
    input: (typed) => ({
      actionItemId: item.id,
      ...typedOwner(typed),
      dueAt: endOfChosenDay(typed),
      trackerUrl: typed.get("trackerUrl") || null,
    }),
    done() {
      toast.success("The action item is changed");
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Change" pendingLabel="Changing…" onCancel={close}>
      <OwnerFields people={people} errorOf={errorOf} owner={item.owner} />
      <Field label="Due" error={errorOf("dueAt")} className="sm:max-w-52" required>
        <Input type="date" name="dueAt" defaultValue={item.dueAt.slice(0, 10)} />
      </Field>
      <Field label="Tracker" error={errorOf("trackerUrl")} required={false}>
        <Input type="url" name="trackerUrl" defaultValue={item.trackerUrl ?? ""} />
      </Field>
    </CommandForm>
  );
}
