import { Checkbox, CheckboxField } from "@/components/ui/checkbox";
import { Field, Fieldset, FormError } from "@/components/ui/field";
import { FilterBar, FilterDate, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { Part, Sample } from "./parts";

const SERVICES = [
  { value: "payments", label: "Payments" },
  { value: "search", label: "Search" },
];

export function FormSamples() {
  return (
    <Part id="forms" description="A label above, a hint and an error below. What was typed is kept when it is refused.">
      <Sample name="Field with Input, Select, Textarea">
        <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
          <Field label="Version" required hint="As the pipeline names it.">
            <Input name="version" defaultValue="2026.11.2" />
          </Field>
          <Field label="Commit" error="must have 40 hexadecimal digits">
            <Input name="commit" defaultValue="9f2c" />
          </Field>
          <Field label="Service">
            <Select name="service">
              {SERVICES.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Environment">
            <Input name="environment" disabled defaultValue="production" />
          </Field>
          <Field label="Justification" className="sm:col-span-2" hint="What makes the risk acceptable until then.">
            <Textarea name="justification" rows={3} />
          </Field>
        </div>
      </Sample>
      <Sample name="Fieldset, CheckboxField, Checkbox">
        <Fieldset legend="Tell me" hint="By mail.">
          <CheckboxField name="signatures" label="When my signature is asked for" defaultChecked />
          <CheckboxField name="waivers" label="When a waiver of mine expires" hint="A week before." />
        </Fieldset>
        <div className="mt-2 flex items-center gap-2 text-sm">
          <Checkbox aria-label="Choose release 2026.11.2" defaultChecked /> alone, in a row of a table
        </div>
      </Sample>
      <Sample name="FormError, SubmitButton">
        <div className="grid max-w-xl justify-items-start gap-3">
          <FormError>The manifest changed since this page was loaded. Nothing was signed.</FormError>
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="primary">Sign</SubmitButton>
            <SubmitButton variant="primary" pending pendingLabel="Signing…">
              Sign
            </SubmitButton>
          </div>
        </div>
      </Sample>
      <Sample name="FilterBar">
        <FilterBar action="/settings/design" label="Sample filters" clearHref="/settings/design">
          <FilterSearch name="text" label="Version" placeholder="2026.11" />
          <FilterSelect name="only" label="Service" options={SERVICES} />
          <FilterDate name="from" label="From" />
        </FilterBar>
      </Sample>
    </Part>
  );
}
