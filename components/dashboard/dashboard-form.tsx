"use client";

import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { PLACEHOLDERS } from "@/lib/core/dashboard/template";
import type { DashboardView } from "@/lib/registry/dashboard/queries";
import type { Action } from "@/lib/web/action";

export type ServiceChoice = { id: string; slug: string };
type DashboardFormProps = {
  services: readonly ServiceChoice[];
  /** Left out: a new one. */
  dashboard?: DashboardView;
  action: Action<unknown>;
  close: () => void;
};

const FIELDS = ["serviceId", "label", "urlTemplate"] as const;

/** Takes the label, the link and the service of a dashboard. */
export function DashboardForm({ services, dashboard, action, close }: DashboardFormProps) {
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({
      ...(dashboard ? { dashboardId: dashboard.id } : {}),
      serviceId: typed.get("serviceId") || null,
      label: typed.get("label"),
      urlTemplate: typed.get("urlTemplate"),
    }),
    done() {
      toast.success(dashboard ? "The dashboard is changed" : "The dashboard is added");
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel={dashboard ? "Save" : "Add dashboard"} onCancel={close}>
      <Field label="Label" hint="What it shows, such as Latency." error={errorOf("label")} required>
        <Input name="label" autoComplete="off" defaultValue={dashboard?.label} />
      </Field>
      <Field
        label="Link"
        hint={`Filled in for each release: ${PLACEHOLDERS.map((name) => `{${name}}`).join(" ")}. from and to are epoch milliseconds.`}
        error={errorOf("urlTemplate")}
        required
      >
        <Input
          name="urlTemplate"
          autoComplete="off"
          spellCheck={false}
          defaultValue={dashboard?.urlTemplate}
          placeholder="https://grafana.example.com/d/…?var-service={service}&from={from}&to={to}"
        />
      </Field>
      <Field label="Service" error={errorOf("serviceId")}>
        <Select name="serviceId" defaultValue={dashboard?.service?.id ?? ""}>
          <option value="">Every service</option>
          {services.map(({ id, slug }) => (
            <option key={id} value={id}>
              {slug}
            </option>
          ))}
        </Select>
      </Field>
    </CommandForm>
  );
}
