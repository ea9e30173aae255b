"use client";

import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { MetricView } from "@/lib/registry/metric-catalogue/queries";
import type { Action } from "@/lib/web/action";

/** What is known of a metric before anybody has typed. */
export type MetricStart = Partial<Omit<MetricView, "id">>;
type MetricFormProps = {
  services: readonly string[];
  start?: MetricStart;
  /** Given: this entry is changed; its service stays. */
  metricId?: string;
  action: Action<unknown>;
  close: () => void;
};

const FIELDS = ["service", "name", "unit", "owner", "runbookUrl", "description"] as const;

export function MetricForm({ services, start = {}, metricId, action, close }: MetricFormProps) {
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({
      ...(metricId ? { metricId } : { service: typed.get("service") }),
      ...Object.fromEntries(FIELDS.slice(1).map((name) => [name, typed.get(name)])),
    }),
    done() {
      toast.success(metricId ? "The metric is changed" : "The metric is in the catalogue");
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel={metricId ? "Save" : "Add metric"} onCancel={close}>
      {!metricId && (
        <Field label="Service" error={errorOf("service")} required>
          <Select name="service" defaultValue={start.service ?? ""}>
            {!start.service && <option value="">Choose a service</option>}
            {services.map((slug) => (
              <option key={slug}>{slug}</option>
            ))}
          </Select>
        </Field>
      )}
      <Field label="Name" hint="Exactly as it stands in the metrics document." error={errorOf("name")} required>
        <Input name="name" autoComplete="off" spellCheck={false} defaultValue={start.name} />
      </Field>
      <Field label="Unit" hint="Such as ms, jobs or rate." error={errorOf("unit")}>
        <Input name="unit" autoComplete="off" defaultValue={start.unit ?? ""} />
      </Field>
      <Field label="Owner" hint="The team that answers for it." error={errorOf("owner")} required>
        <Input name="owner" autoComplete="off" defaultValue={start.owner} />
      </Field>
      <Field
        label="Runbook"
        hint="What to do when it is off. The checklist asks for it when a release introduces the metric."
        error={errorOf("runbookUrl")}
      >
        <Input name="runbookUrl" type="url" autoComplete="off" defaultValue={start.runbookUrl ?? ""} />
      </Field>
      <Field label="Description" error={errorOf("description")}>
        <Textarea name="description" rows={2} defaultValue={start.description ?? ""} />
      </Field>
    </CommandForm>
  );
}
