import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { PRIORITIES, type Priority } from "@/lib/core/action-item/model";
import { PRIORITY_WORDS } from "./item-status";

type PriorityFieldProps = {
  errorOf: (field: string) => string[];
  priority?: Priority;
  /** Offered first: leave each as it is. */
  keepLabel?: string;
};

export function PriorityField({ errorOf, priority = "medium", keepLabel }: PriorityFieldProps) {
  return (
    <Field label="Priority" error={errorOf("priority")}>
      <Select name="priority" defaultValue={keepLabel ? "" : priority}>
        {keepLabel && <option value="">{keepLabel}</option>}
        {PRIORITIES.map((each) => (
          <option key={each} value={each}>
            {PRIORITY_WORDS[each]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
