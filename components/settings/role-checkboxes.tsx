import { CheckboxField } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/field";
import type { Role } from "@/lib/core/access";

type RoleCheckboxesProps = {
  legend: string;
  hint?: string;
  roles: readonly Role[];
  held?: readonly Role[];
  error?: string[];
};

/** Roles as boxes that all carry the name `roles`. */
export function RoleCheckboxes({ legend, hint, roles, held = [], error = [] }: RoleCheckboxesProps) {
  return (
    <Fieldset legend={legend} hint={hint} error={error.join(" ") || undefined}>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {roles.map((role) => (
          <CheckboxField
            key={role}
            name="roles"
            value={role}
            label={role}
            defaultChecked={held.includes(role)}
            aria-invalid={error.length > 0 || undefined}
          />
        ))}
      </div>
    </Fieldset>
  );
}
