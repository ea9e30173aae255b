import { Field, Fieldset } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { YearlyRule } from "@/lib/core/calendar/rule";
import { MONTHS } from "@/lib/core/calendar/sentence";

export function YearlyFields({ rule }: { rule: YearlyRule | undefined }) {
  return (
    <div className="grid gap-3">
      <Edge name="from" legend="From" day={rule?.from} hint="Without a time: from the day's beginning" />
      <Edge name="to" legend="To" day={rule?.to} hint="Without a time: to the day's end" />
    </div>
  );
}

type EdgeProps = { name: "from" | "to"; legend: string; day: string | undefined; hint: string };

function Edge({ name, legend, day = "01-01", hint }: EdgeProps) {
  return (
    <Fieldset legend={legend} hint={hint}>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Field label="Month" required>
          <Select name={`${name}Month`} defaultValue={Number(day.slice(0, 2))}>
            {MONTHS.map((month, index) => (
              <option key={month} value={index + 1}>
                {month}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Day" required>
          <Input type="number" name={`${name}Day`} min={1} max={31} defaultValue={Number(day.slice(3, 5))} />
        </Field>
        <Field label="Time" required={false}>
          <Input type="time" name={`${name}Time`} defaultValue={day.slice(6)} />
        </Field>
      </div>
    </Fieldset>
  );
}
