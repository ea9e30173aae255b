"use client";

import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { utcFrom } from "@/components/form/utc-from";
import { CheckboxField } from "@/components/ui/checkbox";
import { Field, Fieldset } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Role, rolesWith } from "@/lib/core/access";
import type { RequiredRole } from "@/lib/core/approval/matrix";
import type { ApprovalMatrix, RowView } from "@/lib/registry/environment/matrix-queries";
import type { Action } from "@/lib/web/action";

export type MatrixChoices = Pick<ApprovalMatrix, "holders" | "trainings" | "services">;
export type RowSet = { roles: Role[]; unheld: Role[]; from: string };
type FormProps = {
  place: Pick<RowView, "environmentId" | "serviceId">;
  roles: readonly RequiredRole[];
  /** To choose from, where the row is that of one service that has none yet. */
  services?: readonly { id: string; slug: string }[];
  choices: MatrixChoices;
  action: Action<RowSet>;
  done: (set: RowSet) => void;
  close: () => void;
};

const SIGNING = rolesWith("release:sign");

export function ApprovalRolesForm({ place, roles, services, choices, action, done, close }: FormProps) {
  const command = useCommandForm({
    action,
    fields: ["roles", "trainings", "from", "serviceId"],
    input: (typed) => {
      const wanted = SIGNING.filter((role) => typed.getAll("roles").includes(role));
      return {
        environmentId: place.environmentId,
        serviceId: (typed.get("serviceId") ?? place.serviceId) || undefined,
        roles: wanted,
        trainings: wanted.flatMap((role) => {
          const training = String(typed.get(`training ${role}`) ?? "").trim();
          return training ? [{ role, training }] : [];
        }),
        from: utcFrom(String(typed.get("from") ?? "")) || undefined,
      };
    },
    done,
  });
  return (
    <CommandForm command={command} submitLabel="Save" pendingLabel="Saving…" onCancel={close}>
      {services && (
        <Field label="Service" error={command.errorOf("serviceId")} required>
          <Select name="serviceId">
            {services.map(({ id, slug }) => (
              <option key={id} value={id}>
                {slug}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Fieldset
        legend="Roles that must sign, and the training that each asks for"
        error={command.errorOf("roles").join(" ") || undefined}
      >
        <div className="grid gap-2">
          {SIGNING.map((role) => (
            <RoleLine key={role} role={role} held={roles.find((each) => each.role === role)} choices={choices} />
          ))}
        </div>
      </Fieldset>
      <Field label="From (UTC)" hint="Leave it empty to act at once." error={command.errorOf("from")} required={false}>
        <Input type="datetime-local" name="from" />
      </Field>
      <datalist id="trainings">
        {choices.trainings.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </CommandForm>
  );
}

type RoleLineProps = { role: Role; held: RequiredRole | undefined; choices: MatrixChoices };

/** A role, and the training that a signature in it asks for. */
function RoleLine({ role, held, choices }: RoleLineProps) {
  return (
    <div className="grid items-start gap-x-4 gap-y-1 sm:grid-cols-2">
      <CheckboxField
        name="roles"
        value={role}
        label={role}
        defaultChecked={held !== undefined}
        hint={choices.holders[role] ? undefined : "Nobody holds it now."}
      />
      <Input
        name={`training ${role}`}
        aria-label={`Training that ${role} asks for`}
        placeholder="No training needed"
        defaultValue={held?.requiresTraining ?? ""}
        list="trainings"
        maxLength={200}
      />
    </div>
  );
}
