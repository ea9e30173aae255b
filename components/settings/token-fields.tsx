import { StepUpField } from "@/components/form/step-up";
import { CheckboxField } from "@/components/ui/checkbox";
import { Field, Fieldset } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { TOKEN_VERBS } from "@/lib/core/access";

export type ScopeChoice = { id: string; slug: string };
type TokenFieldsProps = {
  errorOf: (field: string) => string[];
  services: ScopeChoice[];
  environments: ScopeChoice[];
};

export function TokenFields({ errorOf, services, environments }: TokenFieldsProps) {
  return (
    <>
      <Field label="Name" hint="The pipeline that will use it." error={errorOf("name")} required>
        <Input name="name" autoComplete="off" />
      </Field>
      <Fieldset legend="What it may do" error={errorOf("verbs").join(" ") || undefined}>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {TOKEN_VERBS.map((verb) => (
            <CheckboxField
              key={verb}
              name="verbs"
              value={verb}
              label={verb}
              aria-invalid={errorOf("verbs").length > 0 || undefined}
            />
          ))}
        </div>
      </Fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Service" error={errorOf("serviceId")}>
          <ScopeSelect name="serviceId" all="All services" choices={services} />
        </Field>
        <Field label="Environment" error={errorOf("environmentId")}>
          <ScopeSelect name="environmentId" all="All environments" choices={environments} />
        </Field>
        <Field label="Expires in (days)" hint="At most 365." error={errorOf("expiresInDays")} required>
          <Input type="number" name="expiresInDays" min={1} max={365} step={1} defaultValue={90} />
        </Field>
        <StepUpField error={errorOf("password")} />
      </div>
    </>
  );
}

type ScopeSelectProps = { name: string; all: string; choices: ScopeChoice[] };

/** `Field` gives the id and the marks of an error. */
function ScopeSelect({ all, choices, ...props }: ScopeSelectProps) {
  return (
    <Select {...props} defaultValue="">
      <option value="">{all}</option>
      {choices.map(({ id, slug }) => (
        <option key={id} value={id}>
          {slug}
        </option>
      ))}
    </Select>
  );
}
