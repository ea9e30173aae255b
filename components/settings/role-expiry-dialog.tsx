"use client";

import { useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { utcFrom } from "@/components/form/utc-from";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/core/access";
import type { PersonView } from "@/lib/registry/person/queries";
import type { Action } from "@/lib/web/action";

type RoleExpiryProps = { person: Pick<PersonView, "id" | "name" | "roles" | "expiries">; action: Action<unknown> };

/** Until when a person holds a role. */
export function RoleExpiryDialog(props: RoleExpiryProps) {
  const { name, roles } = props.person;
  if (roles.length === 0) return null;
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Role end of ${name}`}>
          Role end
        </Button>
      }
      title={`Until when ${name} holds a role`}
      description="From then on the role gives nothing, and signatures in it count no more. The person and the admins are told a week and a day before."
    >
      {(close) => <RoleExpiryForm {...props} close={close} />}
    </FormDialog>
  );
}

function RoleExpiryForm({ person, action, close }: RoleExpiryProps & { close: () => void }) {
  const [role, setRole] = useState<Role | undefined>(person.expiries[0]?.role ?? person.roles[0]);
  const until = person.expiries.find((each) => each.role === role)?.until;
  const command = useCommandForm({
    action,
    fields: ["role", "validUntil"],
    input: (typed) => ({
      personId: person.id,
      role: typed.get("role"),
      validUntil: utcFrom(String(typed.get("validUntil") ?? "")) || null,
    }),
    done() {
      toast.success(`The end of ${role} is set`);
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Set end" pendingLabel="Setting…" onCancel={close}>
      <Field label="Role" error={command.errorOf("role")} required>
        <Select
          name="role"
          value={role}
          onChange={(event) => setRole(person.roles.find((each) => each === event.target.value))}
        >
          {person.roles.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Ends (UTC)"
        hint="Leave it empty for a role without an end."
        error={command.errorOf("validUntil")}
        required={false}
      >
        <Input key={role} type="datetime-local" name="validUntil" defaultValue={until?.slice(0, 16)} />
      </Field>
    </CommandForm>
  );
}
