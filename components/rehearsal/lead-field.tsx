import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { PlanningChoices } from "./planning-choices";

type LeadFieldProps = { people: PlanningChoices["people"]; error: string[]; value?: string | null; hint: string };

/** Who sees to a rehearsal. Somebody who has left since stays out of the choice, and nobody is chosen. */
export function LeadField({ people, error, value, hint }: LeadFieldProps) {
  return (
    <Field label="Lead" hint={hint} error={error} required={false}>
      <Select name="leadId" defaultValue={people.some(({ id }) => id === value) ? (value ?? "") : ""}>
        <option value="">Nobody in particular</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
