"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { ActionItemDetail } from "@/lib/registry/action-item/detail";
import type { PersonChoice } from "@/lib/registry/action-item/queries";
import type { Action } from "@/lib/web/action";
import { ClosingFields } from "./closing-fields";
import { linksText, typedLinks } from "./link-fields";
import { LinksField, ServiceField } from "./open-form";
import { endOfChosenDay, OwnerFields, typedOwner } from "./owner-field";
import { PriorityField } from "./priority-field";

type ItemProps = { actionItemId: string; action: Action<unknown> };
type Closing = { close: () => void };

export function CloseItemDialog(props: ItemProps) {
  return (
    <FormDialog trigger={<Button variant="primary">Close</Button>} title="Close this action item">
      {(close) => <CloseForm {...props} close={close} />}
    </FormDialog>
  );
}

function CloseForm({ actionItemId, action, close }: ItemProps & Closing) {
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
      <ClosingFields errorOf={command.errorOf} />
    </CommandForm>
  );
}

export function ReopenItemDialog(props: ItemProps) {
  return (
    <FormDialog trigger={<Button>Open again</Button>} title="Open this action item again">
      {(close) => <ReopenForm {...props} close={close} />}
    </FormDialog>
  );
}

function ReopenForm({ actionItemId, action, close }: ItemProps & Closing) {
  const command = useCommandForm({
    action,
    fields: ["reason"],
    input: (typed) => ({ actionItemId, reason: typed.get("reason") }),
    done() {
      toast.success("The action item is open again");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Open again" pendingLabel="Opening…" onCancel={close}>
      <Field label="What is left to do" error={command.errorOf("reason")} required>
        <Textarea name="reason" rows={3} />
      </Field>
    </CommandForm>
  );
}

type ChangeProps = {
  item: ActionItemDetail;
  people: readonly PersonChoice[];
  services: readonly { value: string; label: string }[];
  action: Action<unknown>;
};

export function ChangeItemDialog(props: ChangeProps) {
  return (
    <FormDialog trigger={<Button>Change</Button>} title="Change this action item">
      {(close) => <ChangeForm {...props} close={close} />}
    </FormDialog>
  );
}

const FIELDS = ["title", "detail", "ownerId", "ownerName", "dueAt", "priority", "service", "links", "trackerUrl"];

function ChangeForm({ item, people, services, action, close }: ChangeProps & Closing) {
  const dueDay = item.dueAt.slice(0, 10);
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({
      actionItemId: item.id,
      title: typed.get("title"),
      detail: typed.get("detail"),
      ...typedOwner(typed),
      // A day that was left alone keeps its hour.
      dueAt: typed.get("dueAt") === dueDay ? undefined : endOfChosenDay(typed),
      priority: typed.get("priority"),
      service: typed.get("service") || null,
      links: typedLinks(typed),
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
      <Field label="What has to be done" error={errorOf("title")} required>
        <Input name="title" defaultValue={item.title} autoComplete="off" />
      </Field>
      <Field label="Detail" error={errorOf("detail")} required={false}>
        <Textarea name="detail" rows={3} defaultValue={item.detail} />
      </Field>
      <OwnerFields people={people} errorOf={errorOf} owner={item.owner} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Due" error={errorOf("dueAt")} required>
          <Input type="date" name="dueAt" defaultValue={dueDay} />
        </Field>
        <PriorityField errorOf={errorOf} priority={item.priority} />
        <ServiceField services={services} chosen={item.service ?? ""} error={errorOf("service")} />
      </div>
      <LinksField links={linksText(item.links)} error={errorOf("links")} />
      <Field label="Tracker" error={errorOf("trackerUrl")} required={false}>
        <Input type="url" name="trackerUrl" defaultValue={item.trackerUrl ?? ""} />
      </Field>
    </CommandForm>
  );
}
