import { CheckboxField } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/field";

type ServiceBoxesProps = {
  legend: string;
  name: string;
  services: readonly { value: string; label: string }[];
  chosen?: readonly string[];
  error?: string[];
};

/** Any number of services. */
export function ServiceBoxes({ legend, name, services, chosen = [], error = [] }: ServiceBoxesProps) {
  return (
    <Fieldset legend={legend} error={error.join(" ") || undefined}>
      <div className="grid max-h-48 gap-x-4 overflow-y-auto sm:grid-cols-2">
        {services.map(({ value, label }) => (
          <CheckboxField key={value} name={name} value={value} label={label} defaultChecked={chosen.includes(value)} />
        ))}
      </div>
    </Fieldset>
  );
}
