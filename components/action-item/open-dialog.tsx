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
import type { PersonChoice } from "@/lib/registry/action-item/queries";
import type { Action } from "@/lib/web/action";
import { endOfChosenDay, OwnerFields, typedOwner } from "./owner-field";

const FIELDS = ["title", "detail", "service", "ownerId", "ownerName", "dueAt", "trackerUrl"] as const;

type OpenItemProps = {
  people: readonly PersonChoice[];
  services: readonly { value: string; label: string }[];
  action: Action<unknown>;
};

export function OpenItemDialog(props: OpenItemProps) {
  return (
    <FormDialog trigger={<Button variant="primary">Open an item</Button>} title="Open an action item">
      {(close) => <OpenItemForm {...props} close={close} />}
    </FormDialog>
  );
}

function OpenItemForm({ people, services, action, close }: OpenItemProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({
      title: typed.get("title"),
      detail: typed.get("detail") || undefined,
      service: typed.get("service") || undefined,
      ...typedOwner(typed),
      dueAt: endOfChosenDay(typed),
      trackerUrl: typed.get("trackerUrl") || undefined,
    }),
    done() {
      toast.success("The action item is open");
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Open item" pendingLabel="Opening…" onCancel={close}>
      <Field label="What has to be done" error={errorOf("title")} required>
        <Input name="title" autoComplete="off" />
      </Field>
      <Field label="Detail" error={errorOf("detail")} required={false}>
        <Textarea name="detail" rows={3} />
      </Field>
      <OwnerFields people={people} errorOf={errorOf} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Due" error={errorOf("dueAt")} required>
          <Input type="date" name="dueAt" />
        </Field>
        <Field label="Service" error={errorOf("service")}>
          <Select name="service" defaultValue="">
            <option value="">None</option>
            {services.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label="Tracker" hint="Where it is tracked, if elsewhere" error={errorOf("trackerUrl")} required={false}>
        <Input type="url" name="trackerUrl" />
      </Field>
    </CommandForm>
  );
}
