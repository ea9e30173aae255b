"use client";

import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { PersonChoice } from "@/lib/registry/action-item/queries";
import type { Action } from "@/lib/web/action";
import { typedLinks } from "./link-fields";
import { endOfChosenDay, OwnerFields, typedOwner } from "./owner-field";
import { PriorityField } from "./priority-field";

const FIELDS = ["title", "detail", "service", "ownerId", "ownerName", "dueAt", "priority", "links", "trackerUrl"];

export type OpenItemProps = {
  people: readonly PersonChoice[];
  services: readonly { value: string; label: string }[];
  /** Chosen at first. */
  service?: string;
  /** The incident that it follows from. */
  incidentId?: string;
  action: Action<unknown>;
};

export default function OpenItemForm({
  people,
  services,
  service = "",
  incidentId,
  action,
  close,
}: OpenItemProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({
      title: typed.get("title"),
      detail: typed.get("detail") || undefined,
      service: typed.get("service") || undefined,
      incidentId,
      ...typedOwner(typed),
      dueAt: endOfChosenDay(typed),
      priority: typed.get("priority"),
      links: typedLinks(typed),
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
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Due" error={errorOf("dueAt")} required>
          <Input type="date" name="dueAt" />
        </Field>
        <PriorityField errorOf={errorOf} />
        <ServiceField services={services} chosen={service} error={errorOf("service")} />
      </div>
      <LinksField error={errorOf("links")} />
      <Field label="Tracker" hint="Where it is tracked, if elsewhere" error={errorOf("trackerUrl")} required={false}>
        <Input type="url" name="trackerUrl" />
      </Field>
    </CommandForm>
  );
}

type ServiceFieldProps = { services: OpenItemProps["services"]; chosen: string; error: string[] };

export function ServiceField({ services, chosen, error }: ServiceFieldProps) {
  return (
    <Field label="Service" error={error}>
      <Select name="service" defaultValue={chosen}>
        <option value="">None</option>
        {services.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function LinksField({ links, error }: { links?: string; error: string[] }) {
  return (
    <Field label="Links" hint="One a line: words, then the address" error={error} required={false}>
      <Textarea name="links" rows={2} defaultValue={links} />
    </Field>
  );
}
