import { Field, Fieldset } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { IncidentPolicy } from "@/lib/core/incident/policy";

type NumberFieldProps = { name: string; label: string; value: number; min?: number; max: number };

export function NumberField({ name, label, value, min = 1, max }: NumberFieldProps) {
  return (
    <Field label={label} required>
      <Input name={name} type="number" inputMode="numeric" min={min} max={max} step={1} defaultValue={value} />
    </Field>
  );
}

/** Days and hours that hold for every severity. */
export function DeadlineFields({ policy }: { policy: IncidentPolicy }) {
  const { postmortem, actionItems } = policy;
  return (
    <Fieldset legend="Deadlines" hint="Those of a postmortem are counted from the resolution.">
      <div className="grid gap-3 sm:grid-cols-2">
        <NumberField
          name="publishWithinHours"
          label="Postmortem published within (hours)"
          value={postmortem.publishWithinHours}
          max={2160}
        />
        <NumberField
          name="completeWithinHours"
          label="Review completed within (hours)"
          value={postmortem.completeWithinHours}
          max={2160}
        />
        <Field label="Reminders of a postmortem (hours before)" hint="Separated by commas; none: leave empty.">
          <Input name="remindBeforeHours" defaultValue={postmortem.remindBeforeHours.join(", ")} />
        </Field>
        <Field label="Reminders of an action item (days before)" hint="Separated by commas; none: leave empty.">
          <Input name="remindBeforeDays" defaultValue={actionItems.remindBeforeDays.join(", ")} />
        </Field>
        <NumberField
          name="remindOverdueEveryDays"
          label="Overdue action items again every (days)"
          value={actionItems.remindOverdueEveryDays}
          max={365}
        />
        <NumberField
          name="attributionWindowHours"
          label="Put down to a rollout within (hours)"
          value={policy.attributionWindowHours}
          max={720}
        />
      </div>
    </Fieldset>
  );
}
